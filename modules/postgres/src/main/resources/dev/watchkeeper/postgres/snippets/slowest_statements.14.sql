-- title: Slowest statements
-- explains: By their mean time since the statistics were reset. Needs the extension pg_stat_statements. The Queries pane shows the same for any interval.
-- asks: calls=10
-- source: vividshift, query performance
-- corrected: since PostgreSQL 13 the columns are called total_exec_time and mean_exec_time
select d.datname as database, r.rolname as role, s.calls, round(s.mean_exec_time::numeric, 2) as mean_ms,
       round(s.total_exec_time::numeric / 1000, 1) as total_s, s.rows, s.query
  from pg_stat_statements s
  left join pg_database d on d.oid = s.dbid
  left join pg_roles r on r.oid = s.userid
 where s.calls >= :calls::bigint
 order by s.mean_exec_time desc
 limit 20
