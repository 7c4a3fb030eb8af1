-- Functions and procedures that people call; not what only stands behind operators, types, casts and indexes. Parameter:
-- at most so many.
select n.nspname as schema,
       p.proname as name,
       pg_catalog.pg_get_function_arguments(p.oid) as arguments,
       case when p.prokind = 'p' then '' else pg_catalog.format_type(p.prorettype, null) end as result,
       p.prokind::text as kind
  from pg_catalog.pg_proc p
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 where p.prorettype <> all (array['trigger', 'event_trigger', 'internal', 'language_handler', 'index_am_handler',
                                  'table_am_handler', 'fdw_handler', 'tsm_handler']::regtype[])
   and not 'internal'::regtype = any (p.proargtypes::oid[])
   and (n.nspname <> 'pg_catalog'
        or (p.oid not in (select o.oprcode from pg_catalog.pg_operator o)
            and p.oid not in (select c.castfunc from pg_catalog.pg_cast c)
            and p.oid not in (select a.amproc from pg_catalog.pg_amproc a)
            and p.oid not in (select a.aggtransfn from pg_catalog.pg_aggregate a)
            and p.oid not in (select a.aggfinalfn from pg_catalog.pg_aggregate a)
            and p.oid not in (select unnest(array[t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout])
                                from pg_catalog.pg_type t)))
 order by n.nspname in ('pg_catalog', 'information_schema'), n.nspname, p.proname
 limit ?
