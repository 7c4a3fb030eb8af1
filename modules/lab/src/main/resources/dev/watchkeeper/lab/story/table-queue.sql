-- name: report
SELECT customer_id, sum(amount) FROM invoices WHERE issued_at >= '2024-01-01' AND is_audited(id) GROUP BY 1;

-- name: begin
BEGIN;

-- name: alter
ALTER TABLE invoices ADD COLUMN vat_rate numeric;

-- name: rollback
ROLLBACK;

-- name: read
SELECT id, amount FROM invoices WHERE customer_id = :customer;
