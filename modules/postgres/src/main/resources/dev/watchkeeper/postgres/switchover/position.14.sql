-- Where a server stands, and which one it is.
select clock_timestamp() as taken_at,
       sys.system_identifier::text,
       pg_is_in_recovery() as standby,
       case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end as lsn,
       pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next_xid,
       (select reset_val from pg_settings where name = 'default_transaction_read_only') as read_only,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_control_system() sys
