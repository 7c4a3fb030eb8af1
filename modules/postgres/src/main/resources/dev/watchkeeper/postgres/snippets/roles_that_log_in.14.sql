-- title: Roles that can log in
-- explains: With what they may, whose members they are, and until when their password is valid.
-- source: vividshift, reviewing permissions
select r.rolname as role, r.rolsuper as superuser, r.rolcreaterole as creates_roles, r.rolcreatedb as creates_databases,
       r.rolreplication as replicates, r.rolbypassrls as bypasses_row_security, r.rolconnlimit as connection_limit,
       r.rolvaliduntil as password_valid_until,
       (select string_agg(g.rolname, ', ' order by g.rolname)
          from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as member_of
  from pg_roles r
 where r.rolcanlogin
 order by r.rolname
