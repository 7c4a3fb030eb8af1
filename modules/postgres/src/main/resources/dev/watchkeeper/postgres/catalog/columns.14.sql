-- Columns of those relations. Parameters: their oids; at most so many columns.
select a.attrelid::bigint as relation,
       a.attname as name,
       pg_catalog.format_type(a.atttypid, a.atttypmod) as type
  from pg_catalog.pg_attribute a
 where a.attrelid = any (?::bigint[]::oid[])
   and a.attnum > 0
   and not a.attisdropped
 order by a.attrelid, a.attnum
 limit ?
