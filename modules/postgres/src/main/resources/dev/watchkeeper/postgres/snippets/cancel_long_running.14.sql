-- title: Cancel what runs for long
-- explains: Cancels the statements of one role that are running for longer than some minutes; the sessions stay. Look at them with "What runs for long" before. To end sessions, use the Sessions pane, which says what gets free and can't hit a reused process id.
-- asks: role=reporting, minutes=60
-- source: postgresql-operations, high load
-- corrected: the runbook ends the sessions of everybody, its own and the server's too; this cancels the statements of the role that is named
select a.pid, a.usename as role, pg_cancel_backend(a.pid) as cancelled, clock_timestamp() - a.query_start as ran_for, a.query
  from pg_stat_activity a
 where a.backend_type = 'client backend'
   and a.state = 'active'
   and a.pid <> pg_backend_pid()
   and a.usename = :role
   and a.query_start < clock_timestamp() - make_interval(mins => :minutes::int)
