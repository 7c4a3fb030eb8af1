select wanted.name
  from unnest(?::text[]) as wanted (name)
 where not exists (select 1 from pg_class c where c.relname = wanted.name and c.relkind in ('i', 'I'))
