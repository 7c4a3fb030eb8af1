-- title: What the server logs
-- explains: Slow statements, lock waits, connections, and pgaudit if it is there. pgaudit writes to the log: there is no table of it. Changes are made with ALTER SYSTEM and pg_reload_conf().
-- source: nmeta, postgresql-operations and vividshift, audit and slow query logging
-- corrected: SELECT from pgaudit.log can't work
select s.name, current_setting(s.name) as value, s.source, s.short_desc as meaning
  from pg_settings s
 where s.name in ('log_min_duration_statement', 'log_statement', 'log_lock_waits', 'log_connections', 'log_disconnections',
                  'log_checkpoints', 'log_autovacuum_min_duration', 'log_temp_files', 'log_line_prefix', 'log_destination',
                  'logging_collector', 'log_directory', 'shared_preload_libraries')
    or s.name like 'pgaudit.%'
    or s.name like 'auto\_explain.%'
 order by s.name
