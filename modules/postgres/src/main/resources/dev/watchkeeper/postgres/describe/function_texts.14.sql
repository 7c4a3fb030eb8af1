-- \sf and \df+: the text of functions. Parameters: as for functions.
select n.nspname || '.' || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' as name,
       pg_catalog.pg_get_functiondef(p.oid) as definition
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  cross join (select ?::text as schema, ?::text as name, ?::text[] as path) as wanted
 where p.prokind in ('f', 'p', 'w')
   and case when wanted.schema is not null then n.nspname ~ wanted.schema
            else n.nspname = any (wanted.path || '{pg_catalog}') end
   and p.proname ~ wanted.name
 order by 1
 limit 20
