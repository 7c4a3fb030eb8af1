-- title: What runs for long
-- explains: Statements that are running for longer than some minutes, and transactions that are open for as long. A session that is idle now is not running its last statement any more, so its age is that of its transaction.
-- asks: minutes=5
-- source: zoptal and postgresql-operations, long-running queries
-- corrected: tells running statements from sessions that only sit in a transaction, and leaves out idle ones
select a.pid, a.usename as role, a.datname as database, a.state,
       case when a.state = 'active' then clock_timestamp() - a.query_start end as running_for,
       clock_timestamp() - a.xact_start as in_transaction_for,
       a.wait_event_type, a.wait_event, a.query
  from pg_stat_activity a
 where a.backend_type = 'client backend'
   and a.pid <> pg_backend_pid()
   and ((a.state = 'active' and a.query_start < clock_timestamp() - make_interval(mins => :minutes::int))
        or a.xact_start < clock_timestamp() - make_interval(mins => :minutes::int))
 order by coalesce(a.xact_start, a.query_start)
