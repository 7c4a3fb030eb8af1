-- title: WAL archiving
-- explains: Whether archiving works: a failure later than the last success means that WAL piles up and the recovery window stands still.
-- source: nmeta and postgresql-operations, WAL archive and point-in-time recovery
select current_setting('archive_mode') as archive_mode, s.archived_count, s.last_archived_wal, s.last_archived_time,
       s.failed_count, s.last_failed_wal, s.last_failed_time,
       s.last_failed_time > coalesce(s.last_archived_time, '-infinity') as failing_now
  from pg_stat_archiver s
