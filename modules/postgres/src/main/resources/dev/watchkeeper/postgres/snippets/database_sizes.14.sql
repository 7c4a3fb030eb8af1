-- title: Sizes of the databases
-- explains: On disk, with their transactions since the statistics were reset. Growth needs two moments: see the history.
-- source: nmeta, zoptal and vividshift, database size and growth
-- corrected: lag() over now() compares one moment with itself and can't tell growth
select d.datname as database, pg_size_pretty(pg_database_size(d.oid)) as size, pg_database_size(d.oid) as bytes,
       s.numbackends as sessions, s.xact_commit as committed, s.xact_rollback as rolled_back, s.deadlocks, s.temp_bytes, s.stats_reset
  from pg_database d
  left join pg_stat_database s on s.datid = d.oid
 where d.datallowconn
   and has_database_privilege(d.oid, 'connect')
 order by bytes desc
