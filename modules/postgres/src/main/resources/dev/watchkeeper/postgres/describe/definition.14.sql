-- The text of a view or an index. Parameter: its oid.
select case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid, true)
            else pg_catalog.pg_get_indexdef(c.oid) end as definition
  from pg_catalog.pg_class c
 where c.oid = ?::bigint::oid
   and c.relkind in ('v', 'm', 'i', 'I')
