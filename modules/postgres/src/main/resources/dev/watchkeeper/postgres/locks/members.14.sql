-- Who the members of the forest are. Only for those not known yet, and those that run: a waiter stands still.
select a.pid,
       a.leader_pid,
       pg_get_userbyid(a.usesysid) as usename,
       d.datname,
       a.application_name,
       coalesce(host(a.client_addr), case when a.client_port = -1 then 'local' end) as client,
       a.state,
       a.wait_event_type,
       a.wait_event,
       a.backend_start,
       a.xact_start,
       a.query_start,
       a.state_change,
       a.backend_xid is not null as wrote,
       a.query,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from unnest(?::int[]) as wanted (pid)
 cross join lateral pg_stat_get_activity(wanted.pid) a
  left join pg_database d on d.oid = a.datid
