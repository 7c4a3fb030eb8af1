-- What writing to tables sets off: triggers that are switched on, and sequences that give numbers to their columns.
select 'trigger' as kind, quote_ident(t.tgname) as name
  from unnest(?::text[], ?::text[]) as wanted (schema, name)
  join pg_namespace n on n.nspname = wanted.schema
  join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
  join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled in ('O', 'A')
union
select 'sequence', quote_ident(s.relname)
  from unnest(?::text[], ?::text[]) as wanted (schema, name)
  join pg_namespace n on n.nspname = wanted.schema
  join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
  join pg_depend d on d.refobjid = c.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
  join pg_class s on s.oid = d.objid and d.classid = 'pg_class'::regclass and s.relkind = 'S'
 order by 1, 2
