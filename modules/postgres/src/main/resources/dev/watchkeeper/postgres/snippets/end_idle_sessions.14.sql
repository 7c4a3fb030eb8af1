-- title: End sessions that are idle for long
-- explains: Ends client sessions of one role that did nothing for some minutes. A pool opens them again at once if it wants them; idle_session_timeout does this by itself since PostgreSQL 14.
-- asks: role=app_ro, minutes=60
-- source: zoptal, connection limit reached
-- corrected: goes by when the session became idle, not by when its last statement began
select a.pid, a.usename as role, clock_timestamp() - a.state_change as idle_for, pg_terminate_backend(a.pid) as told_to_end
  from pg_stat_activity a
 where a.backend_type = 'client backend'
   and a.state = 'idle'
   and a.pid <> pg_backend_pid()
   and a.usename = :role
   and a.state_change < clock_timestamp() - make_interval(mins => :minutes::int)
