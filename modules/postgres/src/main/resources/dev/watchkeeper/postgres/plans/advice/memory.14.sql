select now() as now,
       (select setting::bigint * 1024 from pg_settings where name = 'work_mem') as work_mem,
       current_setting('hash_mem_multiplier') as hash_factor
