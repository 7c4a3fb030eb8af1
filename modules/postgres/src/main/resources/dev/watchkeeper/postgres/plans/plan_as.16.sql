-- Plans as the role that ran the statement would, until the transaction ends: with its search_path, and with its rights
-- where the console's role may take them on.
select set_config('plan_cache_mode', ?, true),
       set_config('role', case when pg_has_role(current_user, r.rolname, 'set') then r.rolname else 'none' end, true),
       set_config('search_path', replace(coalesce(own.path, server.path), '"$user"', quote_ident(r.rolname)), true),
       (select setting::int from pg_settings where name = 'track_activity_query_size') as kept
  from pg_roles r
  cross join (select reset_val as path from pg_settings where name = 'search_path') server
  left join lateral (
       select substr(o.option, length('search_path=') + 1) as path
         from pg_db_role_setting s
        cross join unnest(s.setconfig) as o (option)
        where o.option like 'search\_path=%'
          and s.setrole in (0, r.oid)
          and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        order by s.setrole = 0, s.setdatabase = 0
        limit 1) own on true
 where r.rolname = coalesce(?, current_user)
