select distinct quote_ident(n.nspname) || '.' || quote_ident(p.proname) as name
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where p.proname = any (?::text[])
   and p.provolatile = 'v'
   and n.nspname not in ('pg_catalog', 'information_schema')
 order by 1
