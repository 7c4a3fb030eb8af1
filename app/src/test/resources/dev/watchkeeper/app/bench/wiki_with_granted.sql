-- The common self-join of pg_locks, in our own words: every holder that shares the tag with a waiter.
select w.pid, wa.usename, h.pid, ha.usename, wa.query, ha.query
  from pg_locks w
  join pg_stat_activity wa on wa.pid = w.pid
  join pg_locks h on h.locktype = w.locktype
       and h.database is not distinct from w.database
       and h.relation is not distinct from w.relation
       and h.page is not distinct from w.page
       and h.tuple is not distinct from w.tuple
       and h.virtualxid is not distinct from w.virtualxid
       and h.transactionid is not distinct from w.transactionid
       and h.classid is not distinct from w.classid
       and h.objid is not distinct from w.objid
       and h.objsubid is not distinct from w.objsubid
       and h.pid <> w.pid
  join pg_stat_activity ha on ha.pid = h.pid
 where not w.granted
   and h.granted
