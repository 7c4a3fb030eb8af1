-- \df: functions and procedures. Parameters: regular expression of the schema, or null for the search path; of the name, or
-- null; the search path.
select n.nspname as schema,
       p.proname as name,
       case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' else 'function' end as kind,
       coalesce(pg_catalog.pg_get_function_result(p.oid), '') as result,
       pg_catalog.pg_get_function_arguments(p.oid) as arguments,
       case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
       case when p.prosecdef then 'definer' else 'invoker' end as security,
       l.lanname as language,
       pg_catalog.pg_get_userbyid(p.proowner) as owner
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  cross join (select ?::text as schema, ?::text as name, ?::text[] as path) as wanted
 where case when wanted.schema is not null then n.nspname ~ wanted.schema
            else n.nspname = any (wanted.path || case when wanted.name is null then '{}' else '{pg_catalog}'::text[] end) end
   and (wanted.name is null or p.proname ~ wanted.name)
 order by 1, 2, 5
 limit 2000
