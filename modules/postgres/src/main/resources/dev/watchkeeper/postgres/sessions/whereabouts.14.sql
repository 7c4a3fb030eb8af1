-- What became of a session; no row if it is gone.
select a.state, a.wait_event_type, a.wait_event, a.query_start, a.backend_start
  from pg_stat_get_activity(?) a
 where a.backend_start = ?
