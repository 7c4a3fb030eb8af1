-- title: What is done to tables
-- explains: Rows inserted, updated and deleted, and how they are read, since the statistics were reset. Updates that are not HOT write every index.
-- source: vividshift, table size and usage
-- corrected: the columns are called relname and schemaname
select s.schemaname as schema, s.relname as "table", s.n_tup_ins as inserted, s.n_tup_upd as updated, s.n_tup_hot_upd as hot_updated,
       s.n_tup_del as deleted, s.seq_scan, s.idx_scan, s.last_vacuum, s.last_autovacuum, s.last_analyze, s.last_autoanalyze
  from pg_stat_user_tables s
 order by s.n_tup_ins + s.n_tup_upd + s.n_tup_del desc
 limit 50
