-- One pass over pg_stat_get_activity, which pg_stat_activity and pg_stat_ssl would each make on their own.
-- The text comes over only if the statement is newer than what the console knows already.
select a.pid,
       a.leader_pid,
       a.backend_type,
       d.datname,
       case when a.usesysid <> 0 then pg_get_userbyid(a.usesysid) end as usename,
       a.application_name,
       coalesce(host(a.client_addr), case when a.client_port = -1 then 'local' end) as client,
       case when a.ssl then a.sslversion end as tls,
       a.backend_start,
       a.xact_start,
       a.query_start,
       a.state_change,
       a.state,
       a.wait_event_type,
       a.wait_event,
       a.backend_xid::text as backend_xid,
       coalesce(age(a.backend_xid), 0) as xid_age,
       coalesce(age(a.backend_xmin), 0) as xmin_age,
       a.query_id,
       t.has_text,
       case when t.has_text then a.query end as query,
       case when a.wait_event_type = 'Lock' then pg_blocking_pids(a.pid) end as blocked_by,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_stat_get_activity(null) a
  left join pg_database d on d.oid = a.datid
 cross join lateral (select coalesce(a.query_start >= ?, false) as has_text) t
