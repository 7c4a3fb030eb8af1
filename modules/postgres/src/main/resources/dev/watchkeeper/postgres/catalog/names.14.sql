-- What else has a name. Parameter: at most so many of each kind.
with bound as (select ?::int as most)
(select 'schema' as kind, n.nspname as name from pg_catalog.pg_namespace n
  where n.nspname !~ '^pg_(toast|temp_|toast_temp_)' order by 2 limit (select most from bound))
union all
(select 'role', r.rolname from pg_catalog.pg_roles r order by 2 limit (select most from bound))
union all
(select 'database', d.datname from pg_catalog.pg_database d where d.datallowconn order by 2 limit (select most from bound))
union all
(select 'setting', s.name from pg_catalog.pg_settings s order by 2 limit (select most from bound))
union all
(select 'type', pg_catalog.format_type(t.oid, null) from pg_catalog.pg_type t
  where t.typtype in ('b', 'd', 'e', 'r', 'm') and t.typelem = 0 and t.typname !~ '^_' order by 2 limit (select most from bound))
union all
(select 'extension', e.name from pg_catalog.pg_available_extensions e order by 2 limit (select most from bound))
union all
(select 'tablespace', t.spcname from pg_catalog.pg_tablespace t order by 2 limit (select most from bound))
