What a migration does to the index that the parcels are found by.

-- name: drop
DROP INDEX IF EXISTS shipments_order;

-- name: create
CREATE INDEX IF NOT EXISTS shipments_order ON shipments (order_id);
