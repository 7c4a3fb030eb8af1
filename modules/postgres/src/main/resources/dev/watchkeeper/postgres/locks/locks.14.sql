-- All contended locks of one instant, with the parties that hold or want them.
-- pg_blocking_pids is the truth about who blocks a waiter, but costs as much as its queue is long, for each in the queue.
-- So it is asked once for each wait: the two parameters are the waits (pid, waitstart) whose blockers are known already.
-- Asked each time is for queues whose order may still change: where one that waits holds a mode of the same thing.
with held as materialized (
  select locktype, database, relation, page, tuple, virtualxid, transactionid, classid, objid, objsubid,
         virtualtransaction, pid, mode, granted, waitstart,
         hash_record_extended(
           row (locktype, database, relation, page, tuple, virtualxid, transactionid, classid, objid, objsubid), 0) as tag
    from pg_locks
   where mode <> 'SIReadLock'
),
waiting as (
  select tag, pid, waitstart from held where not granted
),
contended as materialized (
  select * from held where tag in (select tag from waiting)
),
doubtful as (
  select distinct w.tag
    from waiting w
    join contended h on h.tag = w.tag and h.pid = w.pid and h.granted
),
known as (
  select * from unnest(?::int[], ?::timestamptz[]) as wait (pid, waitstart)
),
asked as (
  select pid
    from (select w.pid, sum(w.queue) over (order by d.tag is null, w.queue, w.pid) as pairs
            from (select tag, pid, waitstart, count(*) over (partition by tag) as queue from waiting) w
            left join doubtful d using (tag)
           where d.tag is not null
              or (w.pid, w.waitstart) not in (select pid, waitstart from known)
              or w.waitstart is null) budget
   where pairs <= 1000000
),
prepared as (
  select h.virtualtransaction, p.gid, p.prepared, p.owner, p.database
    from pg_prepared_xacts p
    join held h on h.pid is null and h.granted and h.locktype = 'transactionid' and h.transactionid = p.transaction
)
select c.tag,
       c.locktype,
       case c.locktype
         when 'relation' then r.name
         when 'extend' then format('extension of %s', r.name)
         when 'page' then format('page %s of %s', c.page, r.name)
         when 'tuple' then format('row (%s,%s) of %s', c.page, c.tuple, r.name)
         when 'transactionid' then format('transaction %s', c.transactionid)
         when 'virtualxid' then format('virtual transaction %s', c.virtualxid)
         when 'spectoken' then format('speculative insertion of transaction %s', c.transactionid)
         when 'advisory' then case c.objsubid
           when 1 then format('advisory %s', (c.classid::bigint << 32) | c.objid::bigint)
           else format('advisory (%s, %s)', c.classid::bigint::bit(32)::int, c.objid::bigint::bit(32)::int) end
         when 'object' then case
           when c.database in (0, me.database)
                -- classes that pg_describe_object knows in every version; it fails on the others
                and c.classid in (1213, 1247, 1255, 1259, 1260, 1262, 2606, 2615, 3079, 6100, 6104)
             then coalesce(pg_describe_object(c.classid, c.objid, c.objsubid), format('object %s', c.objid))
           else format('%s %s', c.classid::regclass, c.objid) end
         else concat_ws(' ', c.locktype, c.classid::text, c.objid::text)
       end as name,
       c.pid,
       c.mode,
       c.granted,
       c.waitstart,
       case when c.pid in (select pid from asked) and not c.granted then pg_blocking_pids(c.pid) end as blocking_pids,
       case when c.pid is null then coalesce(p.gid, c.virtualtransaction) end as gid,
       p.prepared,
       p.owner,
       p.database as prepared_database,
       moment.taken_at,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from (select statement_timestamp() as taken_at) moment
  left join contended c on true -- one row even if nothing waits, for the time and the cost
 cross join (select oid as database from pg_database where datname = current_database()) me
 cross join lateral (
       select case when c.relation is null then null
                   when c.database in (0, me.database) then c.relation::regclass::text
                   else format('relation %s of database %s', c.relation,
                               coalesce((select datname from pg_database d where d.oid = c.database), c.database::text))
              end as name) r
  left join prepared p on c.pid is null and p.virtualtransaction = c.virtualtransaction
