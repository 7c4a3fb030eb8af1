-- The counters and positions that tell how busy a server is, and where it stands.
select now.taken_at,
       now.standby,
       pg_postmaster_start_time() as started_at,
       pg_wal_lsn_diff(case when now.standby then coalesce(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                            else pg_current_wal_lsn() end, '0/0')::bigint as wal_position,
       case when now.standby
            then pg_wal_lsn_diff(coalesce(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()),
                                 pg_last_wal_replay_lsn())::bigint end as behind_bytes,
       case when now.standby
            then (extract(epoch from now.taken_at - pg_last_xact_replay_timestamp()) * 1000)::bigint end as behind_ms,
       counters.commits,
       counters.rollbacks,
       counters.blocks_hit,
       counters.blocks_read,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from (select clock_timestamp() as taken_at, pg_is_in_recovery() as standby) now
 cross join (select coalesce(sum(xact_commit), 0)::bigint as commits,
                    coalesce(sum(xact_rollback), 0)::bigint as rollbacks,
                    coalesce(sum(blks_hit), 0)::bigint as blocks_hit,
                    coalesce(sum(blks_read), 0)::bigint as blocks_read
               from pg_stat_database) counters
