-- \dt, \dv, \dm, \di, \ds, \dE: relations of these kinds. Parameters: kinds; regular expression of the schema, or null for
-- those on the search path, or for all that are no system's if there is a pattern of the name only; of the name, or null;
-- the search path.
select n.nspname as schema,
       c.relname as name,
       case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
                      when 'm' then 'materialized view' when 'i' then 'index' when 'I' then 'partitioned index'
                      when 'S' then 'sequence' when 'f' then 'foreign table' end as kind,
       pg_catalog.pg_get_userbyid(c.relowner) as owner,
       coalesce(t.relname, '') as "table",
       pg_size_pretty(pg_catalog.pg_table_size(c.oid)) as size,
       case when c.reltuples >= 0 and c.relkind in ('r', 'p', 'm') then c.reltuples::bigint::text else '' end as "about rows",
       coalesce(obj_description(c.oid, 'pg_class'), '') as comment
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_index i on i.indexrelid = c.oid
  left join pg_catalog.pg_class t on t.oid = i.indrelid
  cross join (select ?::text[] as kinds, ?::text as schema, ?::text as name, ?::text[] as path) as wanted
 where c.relkind = any (wanted.kinds)
   and n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
   and case when wanted.schema is not null then n.nspname ~ wanted.schema
            else n.nspname = any (wanted.path) and n.nspname not in ('pg_catalog', 'information_schema') end
   and (wanted.name is null or c.relname ~ wanted.name)
 order by 1, 2
 limit 2000
