-- title: Connections by database and state
-- explains: Where sessions are, and what they do. Many that are idle in transaction are worse than many that are idle.
-- source: replication-backup-sharding-monitoring, active connections
select coalesce(a.datname, '(none)') as database,
       coalesce(a.state, a.backend_type) as state,
       count(*) as sessions,
       max(clock_timestamp() - a.state_change) as longest
  from pg_stat_activity a
 group by 1, 2
 order by sessions desc
