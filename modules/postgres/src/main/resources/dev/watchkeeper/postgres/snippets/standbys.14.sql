-- title: Standbys and how far behind they are
-- explains: On a primary: each standby with its lag at every stage, in bytes and in time. Time is empty while nothing is written.
-- source: all five runbooks, replication status
-- corrected: pg_current_wal_lsn() fails on a standby that feeds others; there the last replayed position counts
select r.application_name, r.client_addr, r.state, r.sync_state,
       pg_size_pretty(pg_wal_lsn_diff(here.lsn, r.sent_lsn)) as not_sent,
       pg_size_pretty(pg_wal_lsn_diff(r.sent_lsn, r.flush_lsn)) as not_flushed,
       pg_size_pretty(pg_wal_lsn_diff(r.flush_lsn, r.replay_lsn)) as not_replayed,
       r.write_lag, r.flush_lag, r.replay_lag
  from pg_stat_replication r
 cross join (select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end as lsn) as here
 order by r.application_name
