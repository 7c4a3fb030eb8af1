-- title: Dead rows that vacuum has not cleaned
-- explains: Dead rows are what vacuum has to do, not bloat: bloat is the room that stays empty after it. Next to them when autovacuum would begin, with the server's settings.
-- source: replication-backup-sharding-monitoring, dead tuples; vividshift, table bloat
-- corrected: n_dead_tup is not bloat
select s.schemaname as schema, s.relname as "table", s.n_dead_tup as dead, s.n_live_tup as live,
       round(100.0 * s.n_dead_tup / nullif(s.n_live_tup + s.n_dead_tup, 0), 1) as dead_percent,
       (current_setting('autovacuum_vacuum_threshold')::float8
           + current_setting('autovacuum_vacuum_scale_factor')::float8 * greatest(c.reltuples, 0))::bigint as autovacuum_from,
       s.last_autovacuum, s.last_vacuum
  from pg_stat_user_tables s
  join pg_class c on c.oid = s.relid
 order by s.n_dead_tup desc
 limit 50
