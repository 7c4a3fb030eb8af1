-- title: Largest tables
-- explains: With their indexes and TOAST apart. A partitioned table itself has no size: its partitions stand here.
-- source: replication-backup-sharding-monitoring, zoptal and vividshift, table sizes
-- corrected: by the table's identity instead of a name put together from text, which fails for names that need quotes
select n.nspname as schema, c.relname as "table",
       pg_size_pretty(pg_total_relation_size(c.oid)) as total,
       pg_size_pretty(pg_table_size(c.oid)) as "table and toast",
       pg_size_pretty(pg_indexes_size(c.oid)) as indexes,
       case when c.reltuples >= 0 then c.reltuples::bigint end as about_rows
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm')
   and n.nspname not in ('pg_catalog', 'information_schema')
 order by pg_total_relation_size(c.oid) desc
 limit 50
