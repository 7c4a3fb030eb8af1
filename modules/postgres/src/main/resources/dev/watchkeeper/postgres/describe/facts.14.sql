-- About one relation. Parameter: its oid.
select pg_catalog.pg_get_userbyid(c.relowner) as owner,
       pg_size_pretty(pg_catalog.pg_relation_size(c.oid)) as "size",
       pg_size_pretty(pg_catalog.pg_total_relation_size(c.oid)) as "with indexes and toast",
       case when c.reltuples >= 0 then c.reltuples::bigint::text else 'not known: no ANALYZE yet' end as "about rows",
       case c.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' else 'permanent' end as persistence,
       coalesce(t.spcname, 'default') as tablespace,
       coalesce(pg_catalog.pg_get_partkeydef(c.oid), '') as "partitioned by",
       coalesce((select p.inhparent::regclass::text from pg_catalog.pg_inherits p where p.inhrelid = c.oid limit 1), '')
           as parent,
       coalesce(pg_catalog.pg_get_expr(c.relpartbound, c.oid), '') as "partition bound",
       coalesce(array_to_string(c.reloptions, ', '), '') as options,
       case when c.relrowsecurity then 'on' else '' end as "row security",
       coalesce(obj_description(c.oid, 'pg_class'), '') as comment
  from pg_catalog.pg_class c
  left join pg_catalog.pg_tablespace t on t.oid = c.reltablespace
 where c.oid = ?::bigint::oid
