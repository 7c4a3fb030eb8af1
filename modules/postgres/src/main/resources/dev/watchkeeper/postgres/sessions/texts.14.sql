-- Texts that the console finds it does not have yet.
select a.pid, a.query_start, a.query
  from unnest(?::int[]) as wanted (pid)
 cross join lateral pg_stat_get_activity(wanted.pid) a
