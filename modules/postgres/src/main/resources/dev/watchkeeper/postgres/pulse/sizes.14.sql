-- How large each database is. Goes through all files: ask seldom. Null where the role may not connect.
select datname as database,
       case when has_database_privilege(oid, 'connect') or pg_has_role('pg_read_all_stats', 'usage')
            then pg_database_size(oid) end as bytes,
       clock_timestamp() as taken_at,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_database
 where datallowconn
 order by 1
