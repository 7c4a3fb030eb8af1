-- Locks of one session; its own transaction's ids, which everybody holds, are left out.
select l.locktype,
       coalesce(
         case when l.database in (0, (select oid from pg_database where datname = current_database()))
              then l.relation::regclass::text
              when l.relation is not null then format('relation %s of database %s', l.relation, l.database) end,
         case l.locktype
           when 'transactionid' then format('transaction %s', l.transactionid)
           when 'virtualxid' then format('virtual transaction %s', l.virtualxid)
           when 'advisory' then case l.objsubid
             when 1 then format('advisory %s', (l.classid::bigint << 32) | l.objid::bigint)
             else format('advisory (%s, %s)', l.classid::bigint::bit(32)::int, l.objid::bigint::bit(32)::int) end
           else concat_ws(' ', l.locktype, l.classid::text, l.objid::text) end) as name,
       case when l.tuple is not null then format('(%s,%s)', l.page, l.tuple) end as place,
       l.mode,
       l.granted,
       l.waitstart
  from pg_locks l
 where l.pid = ?
   and not (l.granted and l.locktype in ('transactionid', 'virtualxid'))
 order by l.granted, l.locktype, 2, l.mode
 limit 1000
