-- \d NAME: the relations that are meant. Parameters: regular expression of the schema, or null for the first on the search
-- path that has it; of the name; the search path.
select c.oid::bigint as relation, n.nspname || '.' || c.relname as name, c.relkind::text as kind
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  cross join (select ?::text as schema, ?::text as name, ?::text[] as path) as wanted
 where c.relname ~ wanted.name
   and c.relkind in ('r', 'p', 'v', 'm', 'i', 'I', 'S', 'f', 'c')
   and case when wanted.schema is not null then n.nspname ~ wanted.schema
            else n.nspname = any (wanted.path || '{pg_catalog}')
                 and not exists (select from pg_catalog.pg_class b
                                   join pg_catalog.pg_namespace m on m.oid = b.relnamespace
                                  where b.relname = c.relname
                                    and m.nspname = any (wanted.path || '{pg_catalog}')
                                    and array_position(wanted.path || '{pg_catalog}', m.nspname::text)
                                        < array_position(wanted.path || '{pg_catalog}', n.nspname::text)) end
 order by 2
 limit 20
