-- Where names without a schema are looked for, in this order. The console's own probes run with another path: for them
-- it is what a new session of this role in this database begins with.
select n.nspname as schema
  from pg_catalog.pg_settings g,
       unnest(string_to_array(case when g.setting = 'pg_catalog' then g.reset_val else g.setting end, ','))
           with ordinality as part(name, place)
  join pg_catalog.pg_namespace n
    on n.nspname = replace(trim(both ' "' from part.name), '$user', current_user)
 where g.name = 'search_path'
 order by part.place
