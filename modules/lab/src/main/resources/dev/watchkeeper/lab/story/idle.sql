-- name: begin
BEGIN;

-- name: look
SELECT count(*) FROM audit_log;

-- name: work
SELECT id, kind FROM jobs WHERE NOT done ORDER BY id LIMIT 1;

-- name: list
SELECT id, total FROM orders WHERE state = 'lost' AND customer_id IN (:ids);
