-- How far behind each standby is that takes WAL from this server. Base backups and the like are left out.
select case when application_name in ('', 'walreceiver')
            then coalesce(client_hostname, host(client_addr), 'local') else application_name end as name,
       pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_receive_lsn() else pg_current_wal_lsn() end,
                       replay_lsn)::bigint as behind_bytes,
       coalesce((extract(epoch from replay_lag) * 1000)::bigint, 0) as behind_ms,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_stat_replication
 where replay_lsn is not null
 order by 1
