-- \du: roles. Parameter: regular expression of the name, or null.
select r.rolname as role,
       concat_ws(', ', case when r.rolsuper then 'superuser' end, case when not r.rolcanlogin then 'cannot login' end,
                 case when r.rolcreaterole then 'create role' end, case when r.rolcreatedb then 'create db' end,
                 case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypass row security' end,
                 case when not r.rolinherit then 'no inheritance' end) as attributes,
       case when r.rolconnlimit >= 0 then r.rolconnlimit::text else '' end as "connection limit",
       coalesce(r.rolvaliduntil::text, '') as "password valid until",
       coalesce((select string_agg(g.rolname, ', ' order by g.rolname)
                   from pg_catalog.pg_auth_members m join pg_catalog.pg_roles g on g.oid = m.roleid
                  where m.member = r.oid), '') as "member of",
       coalesce(array_to_string(r.rolconfig, ', '), '') as settings
  from pg_catalog.pg_roles r
  cross join (select ?::text as name) as wanted
 where case when wanted.name is null then r.rolname !~ '^pg_' else r.rolname ~ wanted.name end
 order by 1
