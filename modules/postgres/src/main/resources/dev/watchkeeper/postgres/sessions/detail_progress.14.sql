select 'VACUUM' as command, phase, heap_blks_scanned as done, heap_blks_total as total, 'blocks' as unit
  from pg_stat_progress_vacuum where pid = ?
union all
select 'ANALYZE', phase, sample_blks_scanned, sample_blks_total, 'blocks'
  from pg_stat_progress_analyze where pid = ?
union all
select command, phase,
       case when blocks_total > 0 then blocks_done else tuples_done end,
       case when blocks_total > 0 then blocks_total else tuples_total end,
       case when blocks_total > 0 then 'blocks' else 'rows' end
  from pg_stat_progress_create_index where pid = ?
union all
select command, phase, heap_blks_scanned, heap_blks_total, 'blocks'
  from pg_stat_progress_cluster where pid = ?
union all
select command, type, bytes_processed, bytes_total, 'bytes'
  from pg_stat_progress_copy where pid = ?
union all
select 'BASE BACKUP', phase, backup_streamed, coalesce(backup_total, 0), 'bytes'
  from pg_stat_progress_basebackup where pid = ?
