-- Identity is checked in the statement that acts: a pid that was used again has another start.
select pg_terminate_backend(a.pid) as signalled
  from pg_stat_get_activity(?) a
 where a.backend_start = ?
