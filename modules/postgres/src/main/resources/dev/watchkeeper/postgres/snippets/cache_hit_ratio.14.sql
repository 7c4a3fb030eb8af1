-- title: Cache hit ratio of tables
-- explains: Share of blocks that were found in shared_buffers since the statistics were reset, for the tables read most. A miss may still have been found in the operating system's cache.
-- source: replication-backup-sharding-monitoring, cache hit ratio
select s.schemaname as schema, s.relname as "table", s.heap_blks_hit + s.heap_blks_read as blocks,
       round(100.0 * s.heap_blks_hit / nullif(s.heap_blks_hit + s.heap_blks_read, 0), 2) as hit_percent,
       round(100.0 * s.idx_blks_hit / nullif(s.idx_blks_hit + s.idx_blks_read, 0), 2) as index_hit_percent
  from pg_statio_user_tables s
 order by blocks desc nulls last
 limit 50
