-- title: Statements that take the most time
-- explains: By their total time since the statistics were reset, each as a share of the whole. What is quick and called often stands here, and not among the slowest. Needs the extension pg_stat_statements.
-- source: vividshift, slow query analysis
-- corrected: since PostgreSQL 13 the columns are called total_exec_time and mean_exec_time
select round((100 * s.total_exec_time / nullif(sum(s.total_exec_time) over (), 0))::numeric, 1) as share_percent,
       round(s.total_exec_time::numeric / 1000, 1) as total_s, s.calls, round(s.mean_exec_time::numeric, 2) as mean_ms,
       round(100.0 * s.shared_blks_hit / nullif(s.shared_blks_hit + s.shared_blks_read, 0), 1) as hit_percent, s.query
  from pg_stat_statements s
 order by s.total_exec_time desc
 limit 20
