-- Partitions and children of one table. Parameter: its oid.
select c.oid::regclass::text as partition,
       coalesce(pg_catalog.pg_get_expr(c.relpartbound, c.oid), '') as bound,
       pg_size_pretty(pg_catalog.pg_total_relation_size(c.oid)) as size,
       case when c.reltuples >= 0 then c.reltuples::bigint::text else '' end as "about rows"
  from pg_catalog.pg_inherits i
  join pg_catalog.pg_class c on c.oid = i.inhrelid
 where i.inhparent = ?::bigint::oid
   and c.relkind not in ('i', 'I')
 order by 1
 limit 500
