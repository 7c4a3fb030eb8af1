-- The values in force, and where they come from; the file is told only to who may read it.
select name, setting, source, coalesce(sourcefile, '') as sourcefile from pg_settings where name = any (?)
