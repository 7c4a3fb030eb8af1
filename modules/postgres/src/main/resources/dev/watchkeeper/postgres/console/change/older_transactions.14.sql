-- What CREATE INDEX CONCURRENTLY and the like wait for: transactions of this database that began before.
select count(*) as transactions,
       coalesce(max(extract(epoch from clock_timestamp() - a.xact_start) * 1000), 0)::bigint as oldest_ms,
       coalesce((array_agg(a.pid order by a.xact_start))[1], 0) as oldest_pid
  from pg_catalog.pg_stat_activity a
 where a.xact_start is not null
   and a.datname = current_database()
   and a.pid <> pg_backend_pid()
   and a.backend_type in ('client backend', 'parallel worker')
