-- The indexes of ordinary schemas in this database, up to as many as are worth comparing.
select c.oid::bigint as oid,
       n.nspname as schema,
       c.relname as index,
       t.relname as table,
       clock_timestamp() as taken_at,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_class t on t.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
 where i.indisvalid
   and c.relpersistence <> 't'
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 limit ?
