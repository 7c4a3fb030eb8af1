-- What there is to read, and whether the role may. No row stands for what is not there.
select e.extversion,
       n.nspname as schema,
       has_schema_privilege(n.oid, 'usage') as enters,
       exists (select from pg_available_extensions where name = 'pg_stat_statements') as available,
       exists (select from pg_settings where name = 'pg_stat_statements.max') as loaded,
       (select setting from pg_settings where name = 'shared_preload_libraries') as preloaded,
       (select setting::int from pg_settings where name = 'pg_stat_statements.max') as most,
       (select setting from pg_settings where name = 'pg_stat_statements.track') as track,
       current_setting('compute_query_id') as compute_query_id,
       current_setting('track_io_timing')::boolean as times_io,
       current_user as role,
       current_database() as database
  from (values (1)) as always
  left join pg_extension e on e.extname = 'pg_stat_statements'
  left join pg_namespace n on n.oid = e.extnamespace
