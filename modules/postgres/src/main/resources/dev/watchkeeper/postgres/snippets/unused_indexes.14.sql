-- title: Indexes that are not used here
-- explains: Not scanned since the statistics were reset. Look at every replica too before one is dropped, for each counts by itself. Unique ones and those of constraints are left out: they work when rows are written.
-- source: zoptal and vividshift, unused indexes
-- corrected: the columns are called relname and indexrelname; unique indexes and constraints are left out
select s.schemaname as schema, s.relname as "table", s.indexrelname as index, pg_size_pretty(pg_relation_size(s.indexrelid)) as size,
       (select d.stats_reset from pg_stat_database d where d.datname = current_database()) as counted_since
  from pg_stat_user_indexes s
  join pg_index i on i.indexrelid = s.indexrelid
 where s.idx_scan = 0
   and not i.indisunique
   and not exists (select from pg_constraint k where k.conindid = s.indexrelid)
 order by pg_relation_size(s.indexrelid) desc
