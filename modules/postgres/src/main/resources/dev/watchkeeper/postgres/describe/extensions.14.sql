-- \dx: extensions. Parameter: regular expression of the name, or null.
select e.extname as extension,
       e.extversion as version,
       coalesce(a.default_version, '') as "newest here",
       n.nspname as schema,
       coalesce(a.comment, '') as comment
  from pg_catalog.pg_extension e
  join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  left join pg_catalog.pg_available_extensions a on a.name = e.extname
  cross join (select ?::text as name) as wanted
 where wanted.name is null or e.extname ~ wanted.name
 order by 1
