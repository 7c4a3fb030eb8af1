-- One pass over pg_stat_get_activity, counted on the server: a row for each kind of session, or one of none at all. What
-- idles waits for its client and runs nothing. The console's own probe is left out, as are processes without a state and
-- walsenders, which are at work as long as they live.
select a.state,
       case when a.state <> 'idle' then a.wait_event_type end as wait_event_type,
       case when a.state <> 'idle' then a.wait_event end as wait_event,
       d.datname as database,
       r.rolname as role,
       case when a.state <> 'idle' then a.query_id end as query_id,
       count(a.pid) as sessions,
       statement_timestamp() as taken_at,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from (values (1)) as always
  left join pg_stat_get_activity(null) a on a.state is not null and a.pid <> pg_backend_pid()
       and a.backend_type <> 'walsender'
  left join pg_database d on d.oid = a.datid
  left join pg_roles r on r.oid = a.usesysid
 group by 1, 2, 3, 4, 5, 6
