-- \dT: types that people made, or all of a schema that is named. Parameters: as for functions.
select n.nspname as schema,
       pg_catalog.format_type(t.oid, null) as name,
       case t.typtype when 'b' then 'base' when 'c' then 'composite' when 'd' then 'domain' when 'e' then 'enum'
                      when 'r' then 'range' when 'm' then 'multirange' else t.typtype::text end as kind,
       case t.typtype
           when 'e' then (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_catalog.pg_enum e where e.enumtypid = t.oid)
           when 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) || case when t.typnotnull then ' not null' else '' end
                         || coalesce((select string_agg(' ' || pg_catalog.pg_get_constraintdef(k.oid, true), '')
                                        from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')
           when 'c' then (select string_agg(a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
                            from pg_catalog.pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
           when 'r' then (select 'of ' || pg_catalog.format_type(r.rngsubtype, null) from pg_catalog.pg_range r where r.rngtypid = t.oid)
           else '' end as "made of",
       pg_catalog.pg_get_userbyid(t.typowner) as owner
  from pg_catalog.pg_type t
  join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  left join pg_catalog.pg_class c on c.oid = t.typrelid
  cross join (select ?::text as schema, ?::text as name, ?::text[] as path) as wanted
 where (t.typrelid = 0 or c.relkind = 'c')
   and not exists (select from pg_catalog.pg_type e where e.oid = t.typelem and e.typarray = t.oid)
   and case when wanted.schema is not null then n.nspname ~ wanted.schema
            else n.nspname = any (wanted.path || case when wanted.name is null then '{}' else '{pg_catalog}'::text[] end) end
   and (wanted.name is null or t.typname ~ wanted.name)
 order by 1, 2
 limit 2000
