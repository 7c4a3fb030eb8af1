-- Triggers and policies of one table. Parameter: its oid.
select g.tgname as name,
       'trigger' as kind,
       case g.tgenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' else 'enabled' end as state,
       pg_catalog.pg_get_triggerdef(g.oid, true) as definition
  from pg_catalog.pg_trigger g
 where g.tgrelid = ?::bigint::oid
   and not g.tgisinternal
union all
select p.polname, 'policy', case when p.polpermissive then 'permissive' else 'restrictive' end,
       'for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
                 else 'all' end
       || coalesce(' using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')', '')
       || coalesce(' with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  from pg_catalog.pg_policy p
 where p.polrelid = ?::bigint::oid
 order by 2 desc, 1
