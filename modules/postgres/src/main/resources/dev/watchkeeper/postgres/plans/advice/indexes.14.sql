-- The key columns one a line; an empty line for an expression.
select n.nspname as schema,
       c.relname as name,
       i.relname as index_name,
       m.amname as method,
       x.indisvalid and x.indisready as valid,
       x.indpred is not null as partial,
       (select string_agg(coalesce(a.attname, ''), e'\n' order by k.place)
          from unnest(x.indkey::int2[]) with ordinality as k (attnum, place)
          left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum and k.attnum > 0
         where k.place <= x.indnkeyatts) as columns
  from unnest(?::text[], ?::text[]) as wanted (schema, name)
  join pg_namespace n on n.nspname = wanted.schema
  join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
  join pg_index x on x.indrelid = c.oid
  join pg_class i on i.oid = x.indexrelid
  join pg_am m on m.oid = i.relam
 order by 1, 2, 3
