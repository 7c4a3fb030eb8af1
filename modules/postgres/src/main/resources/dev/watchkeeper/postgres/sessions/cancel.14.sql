-- Only a statement that runs can be cancelled; an idle session would not even notice.
select pg_cancel_backend(a.pid) as signalled
  from pg_stat_get_activity(?) a
 where a.backend_start = ?
   and a.state in ('active', 'fastpath function call')
