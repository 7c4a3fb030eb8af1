-- Where a timeline parted from its parents. Needs pg_read_server_files, or a superuser.
select pg_read_file('pg_wal/' || ? || '.history', 0, 100000, true) as history
