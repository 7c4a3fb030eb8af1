-- name: begin
BEGIN;

-- name: pay
UPDATE orders SET state = 'paid' WHERE id = 8812;

-- name: ship
UPDATE orders SET state = 'shipped' WHERE id = 8812;
