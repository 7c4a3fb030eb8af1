-- Tables and the like, those of other people's schemas before the server's own. Parameter: at most so many.
select c.oid::bigint as relation,
       n.nspname as schema,
       c.relname as name,
       c.relkind::text as kind,
       coalesce(obj_description(c.oid, 'pg_class'), '') as comment
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
   and n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
 order by n.nspname in ('pg_catalog', 'information_schema'), c.relispartition, n.nspname, c.relname
 limit ?
