select n.nspname as schema,
       c.relname as name,
       c.relkind::text as kind,
       c.relispartition as partition,
       c.relpersistence = 't' as temporary,
       c.reltuples::float8::text as estimated_rows,
       greatest(s.last_analyze, s.last_autoanalyze) as analyzed,
       greatest(s.last_vacuum, s.last_autovacuum) as vacuumed,
       coalesce(s.n_mod_since_analyze, 0) as changed
  from unnest(?::text[], ?::text[]) as wanted (schema, name)
  join pg_namespace n on n.nspname = wanted.schema
  join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
  left join pg_stat_all_tables s on s.relid = c.oid
