-- Indexes of one table. Parameter: its oid.
select c.relname as index,
       concat_ws(', ', case when i.indisprimary then 'primary key' when i.indisunique then 'unique' end,
                 case when not i.indisvalid then 'INVALID' end,
                 case when i.indisclustered then 'clustered' end,
                 case when i.indisreplident then 'replica identity' end) as "is",
       pg_size_pretty(pg_catalog.pg_relation_size(c.oid)) as size,
       coalesce(s.idx_scan::text, '') as scans,
       pg_catalog.pg_get_indexdef(c.oid) as definition
  from pg_catalog.pg_index i
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  left join pg_catalog.pg_stat_all_indexes s on s.indexrelid = c.oid
 where i.indrelid = ?::bigint::oid
 order by i.indisprimary desc, c.relname
