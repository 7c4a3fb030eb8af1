-- \l: databases. Parameter: regular expression of the name, or null.
select d.datname as database,
       pg_catalog.pg_get_userbyid(d.datdba) as owner,
       pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
       d.datcollate as collation,
       case when d.datconnlimit >= 0 then d.datconnlimit::text else '' end as "connection limit",
       case when has_database_privilege(d.oid, 'connect') or pg_has_role('pg_read_all_stats', 'usage')
            then pg_size_pretty(pg_catalog.pg_database_size(d.oid)) else 'not allowed' end as size,
       t.spcname as tablespace,
       coalesce(shobj_description(d.oid, 'pg_database'), '') as comment
  from pg_catalog.pg_database d
  join pg_catalog.pg_tablespace t on t.oid = d.dattablespace
  cross join (select ?::text as name) as wanted
 where wanted.name is null or d.datname ~ wanted.name
 order by 1
