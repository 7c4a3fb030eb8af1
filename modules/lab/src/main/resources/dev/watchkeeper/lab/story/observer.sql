What a story asks the server about its sessions.

-- name: pid
SELECT pg_backend_pid();

-- name: how many wait
SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (?) AND wait_event_type = 'Lock';

-- name: how many sleep
SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (?) AND wait_event = 'PgSleep';

-- name: how many are prepared
SELECT count(*) FROM pg_prepared_xacts WHERE gid = ANY (?);

-- name: how many are there
SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (?) AND backend_start <= ?;

-- name: end sessions
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid = ANY (?) AND backend_start <= ?;

-- name: roll back prepared
ROLLBACK PREPARED ':gid';

-- name: now
SELECT clock_timestamp();
