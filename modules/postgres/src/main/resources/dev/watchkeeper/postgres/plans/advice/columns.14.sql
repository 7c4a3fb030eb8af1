-- pg_stats shows only what the role may read.
select n.nspname as schema,
       c.relname as name,
       a.attname as column_name,
       format_type(a.atttypid, null) as type,
       coalesce(s.n_distinct, 0)::float8::text as distinct_values
  from unnest(?::text[], ?::text[]) as wanted (schema, name)
  join pg_namespace n on n.nspname = wanted.schema
  join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname and not s.inherited
 order by 1, 2, a.attnum
