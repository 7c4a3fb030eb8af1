How members of a lab follow one another.

-- name: make slot
SELECT pg_create_physical_replication_slot(?, true);

-- name: is streaming
SELECT state = 'streaming' FROM pg_stat_replication WHERE application_name = ?;

-- name: position
SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END::text;

-- name: has replayed
SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn;

-- name: wait for standby
ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (":standby")';

-- name: reload
SELECT pg_reload_conf();

-- name: is synchronous
SELECT sync_state = 'sync' FROM pg_stat_replication WHERE application_name = ?;

-- name: publish
CREATE PUBLICATION shop_reporting FOR TABLE customers, products, orders, invoices, ledger_entries;

-- name: subscribe
CREATE SUBSCRIPTION sub_shop CONNECTION ':origin' PUBLICATION shop_reporting;

-- name: tables are copied
SELECT count(*) > 0 AND bool_and(r.srsubstate = 'r')
FROM pg_subscription_rel r JOIN pg_subscription s ON s.oid = r.srsubid
WHERE s.subname = ?;

-- name: promote
SELECT pg_promote(true, 60);
