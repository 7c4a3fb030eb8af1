-- name: begin
BEGIN;

-- name: update
UPDATE customers SET seen_at = now() WHERE id = 4711;

-- name: prepare
PREPARE TRANSACTION ':gid';
