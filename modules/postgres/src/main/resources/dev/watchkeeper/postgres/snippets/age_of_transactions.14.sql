-- title: What holds vacuum back
-- explains: The oldest transactions, slots and prepared transactions: nothing that was deleted after them can be cleaned, in any database of the server.
-- source: zoptal and postgresql-operations, vacuum; facts on bloat
select 'session' as what, a.pid::text as name, coalesce(a.usename, a.backend_type) as whose, a.state,
       age(coalesce(a.backend_xid, a.backend_xmin)) as transactions_old, clock_timestamp() - a.xact_start as since
  from pg_stat_activity a
 where a.backend_xmin is not null or a.backend_xid is not null
union all
select 'slot', s.slot_name, s.slot_type, case when s.active then 'active' else 'inactive' end,
       greatest(age(s.xmin), age(s.catalog_xmin)), null
  from pg_replication_slots s
 where s.xmin is not null or s.catalog_xmin is not null
union all
select 'prepared transaction', p.gid, p.owner, 'prepared', age(p.transaction), clock_timestamp() - p.prepared
  from pg_prepared_xacts p
 order by transactions_old desc nulls last
