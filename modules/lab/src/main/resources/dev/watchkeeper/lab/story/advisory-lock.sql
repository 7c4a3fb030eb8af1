-- name: lock
SELECT pg_advisory_lock(471, 1);

-- name: unlock
SELECT pg_advisory_unlock(471, 1);
