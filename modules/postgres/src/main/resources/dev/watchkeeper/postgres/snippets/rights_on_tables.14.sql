-- title: What a role may do with tables
-- explains: Effective rights on every table, whatever they come from: grants to the role, to roles that it belongs to, to everybody, or ownership.
-- asks: role=app_ro
-- source: nmeta, access control; postgresql-operations, permission audits
select n.nspname as schema, c.relname as "table",
       has_schema_privilege(:role, n.oid, 'usage') as schema_usage,
       has_table_privilege(:role, c.oid, 'select') as "select",
       has_table_privilege(:role, c.oid, 'insert') as "insert",
       has_table_privilege(:role, c.oid, 'update') as "update",
       has_table_privilege(:role, c.oid, 'delete') as "delete",
       has_table_privilege(:role, c.oid, 'truncate') as "truncate"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f')
   and n.nspname not in ('pg_catalog', 'information_schema')
 order by 1, 2
