-- \dn: schemas. Parameter: regular expression of the name, or null.
select n.nspname as schema,
       pg_catalog.pg_get_userbyid(n.nspowner) as owner,
       coalesce(array_to_string(n.nspacl, ', '), '') as rights,
       coalesce(obj_description(n.oid, 'pg_namespace'), '') as comment
  from pg_catalog.pg_namespace n
  cross join (select ?::text as name) as wanted
 where case when wanted.name is null then n.nspname !~ '^pg_' and n.nspname <> 'information_schema' else n.nspname ~ wanted.name end
 order by 1
