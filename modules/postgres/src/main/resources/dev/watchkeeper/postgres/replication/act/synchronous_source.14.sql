-- Where the setting comes from; the file is told only to who may read it.
select source, coalesce(sourcefile, '') as sourcefile from pg_settings where name = 'synchronous_standby_names'
