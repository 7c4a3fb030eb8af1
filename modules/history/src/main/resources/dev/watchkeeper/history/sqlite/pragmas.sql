-- Of a new file only: the first two can't be changed later.
-- :pages
pragma page_size = 8192

-- :vacuum
pragma auto_vacuum = incremental

-- :journal
pragma journal_mode = wal

-- :synchronous
pragma synchronous = normal

-- :journal_limit
pragma journal_size_limit = 16777216

-- :application
pragma application_id

-- :mark_application
pragma application_id = 1464551473

-- :version
pragma user_version

-- :mark_version
pragma user_version = 1

-- :tables
select count(*) from sqlite_schema where type = 'table'

-- :used_bytes
select (select page_count from pragma_page_count) * (select page_size from pragma_page_size)
    - (select freelist_count from pragma_freelist_count) * (select page_size from pragma_page_size)

-- :give_back
pragma incremental_vacuum

-- :checkpoint
pragma wal_checkpoint(truncate)

-- A writer waits at the beginning, not in the middle.
-- :begin_write
begin immediate

-- :begin_read
begin deferred

-- :commit
commit

-- :rollback
rollback
