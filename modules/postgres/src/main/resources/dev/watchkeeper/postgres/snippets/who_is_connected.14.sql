-- title: Who is connected to a database
-- explains: Every client session of one database, with what it runs or ran last.
-- asks: database=shop
-- source: vividshift, current connection status and the audit of database access
select a.pid, a.usename as role, a.application_name, a.client_addr, a.state, a.query_start, a.wait_event_type, a.wait_event, a.query
  from pg_stat_activity a
 where a.datname = :database
   and a.backend_type = 'client backend'
 order by a.query_start desc nulls last
