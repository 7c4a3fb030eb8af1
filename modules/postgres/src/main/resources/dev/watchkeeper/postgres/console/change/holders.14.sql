-- Who holds a lock on this relation now that one has to wait for. Parameters: the relation's oid, the modes that conflict.
select l.pid,
       l.mode,
       coalesce(a.usename, '') as role,
       coalesce(a.application_name, '') as application,
       coalesce(a.state, 'prepared transaction') as state,
       coalesce(extract(epoch from clock_timestamp() - a.xact_start) * 1000, 0)::bigint as in_transaction_ms,
       left(coalesce(a.query, ''), 200) as query
  from pg_catalog.pg_locks l
  left join pg_catalog.pg_stat_activity a on a.pid = l.pid
 where l.locktype = 'relation'
   and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
   and l.relation = ?::bigint::oid
   and l.mode = any (?)
   and l.granted
   and l.pid is distinct from pg_backend_pid()
 order by a.xact_start nulls first, l.pid
 limit 20
