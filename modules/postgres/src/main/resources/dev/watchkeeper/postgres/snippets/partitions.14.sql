-- title: Partitions, their bounds and sizes
-- explains: In the order of their tables. One for what comes next has to be there before it comes.
-- source: nmeta and replication-backup-sharding-monitoring, partitioning
select i.inhparent::regclass as "table", pg_get_partkeydef(i.inhparent) as partitioned_by, c.oid::regclass as partition,
       pg_get_expr(c.relpartbound, c.oid) as bound, pg_size_pretty(pg_total_relation_size(c.oid)) as size,
       case when c.reltuples >= 0 then c.reltuples::bigint end as about_rows
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
 where c.relispartition
   and c.relkind in ('r', 'p', 'f')
 order by i.inhparent::regclass::text, c.relname
