select a.query, a.state, statement_timestamp() as taken_at,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_stat_get_activity(?) a
 where a.backend_start = ?
