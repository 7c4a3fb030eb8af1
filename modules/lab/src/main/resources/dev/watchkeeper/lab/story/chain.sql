-- name: begin
BEGIN;

-- name: first
UPDATE ledger_entries SET amount = amount + 10 WHERE id = 1701;

-- name: second
UPDATE ledger_entries SET amount = amount - 10 WHERE id = 1702;

-- name: third
UPDATE ledger_entries SET amount = amount + 4 WHERE id = 1703;

-- name: commit
COMMIT;
