-- how much there is to save; databases that the role may not enter have no size for it
select now() as taken_at,
       current_setting('server_version') as version,
       current_setting('server_version_num')::int / 10000 as major,
       pg_database_size(current_database()) as database_bytes,
       (select sum(pg_database_size(oid))::bigint
          from pg_database
         where has_database_privilege(oid, 'CONNECT')
            or pg_has_role('pg_read_all_stats', 'USAGE')) as cluster_bytes,
       (select count(*)::int from pg_tablespace where pg_tablespace_location(oid) like '/%') as tablespaces
