-- title: Tables that are read from end to end
-- explains: Large tables with many sequential scans: where an index may be missing. Small tables are read so rightly.
-- asks: megabytes=10
-- source: zoptal and vividshift, missing indexes
-- corrected: names of the columns; leaves out tables where a sequential scan is the best plan
select s.schemaname as schema, s.relname as "table", pg_size_pretty(pg_relation_size(s.relid)) as size,
       s.seq_scan as scans, s.seq_tup_read / s.seq_scan as rows_per_scan, s.idx_scan as index_scans
  from pg_stat_user_tables s
 where s.seq_scan > 0
   and pg_relation_size(s.relid) >= :megabytes::bigint * 1024 * 1024
 order by s.seq_tup_read desc
 limit 50
