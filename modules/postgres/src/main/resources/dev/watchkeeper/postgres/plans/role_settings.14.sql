-- The planner's settings as the role gets them when it logs in, until the transaction ends.
select set_config('jit', (select reset_val from pg_settings where name = 'jit'), true),
       (select count(set_config(own.name, own.value, true))
          from (select distinct on (split_part(o.option, '=', 1))
                       split_part(o.option, '=', 1) as name,
                       substr(o.option, strpos(o.option, '=') + 1) as value
                  from pg_roles r
                  join pg_db_role_setting s
                    on s.setrole in (0, r.oid)
                   and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
                 cross join unnest(s.setconfig) as o (option)
                  join pg_settings g on g.name = split_part(o.option, '=', 1)
                 where r.rolname = coalesce(?, current_user)
                   and g.context = 'user'
                   and (g.category like 'Query Tuning%' or g.name in ('work_mem', 'hash_mem_multiplier'))
                 order by split_part(o.option, '=', 1), s.setrole = 0, s.setdatabase = 0) own) as settings
