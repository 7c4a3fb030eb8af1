-- How much WAL each slot keeps.
select slot_name,
       pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_receive_lsn() else pg_current_wal_lsn() end,
                       restart_lsn)::bigint as retained_bytes,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_replication_slots
 where restart_lsn is not null
 order by 1
