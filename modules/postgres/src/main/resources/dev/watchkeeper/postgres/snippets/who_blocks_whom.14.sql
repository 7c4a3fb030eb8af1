-- title: Who blocks whom
-- explains: Every session that waits for a lock, with those it waits for. The Locks pane draws the same as a tree.
-- source: postgresql-operations and vividshift, blocking queries
-- corrected: joining pg_locks on the lock's type alone makes everybody block everybody; pg_blocking_pids is the server's own answer
select w.pid, w.usename as role, clock_timestamp() - w.state_change as waits_for, w.query as waits,
       b.pid as blocked_by, b.usename as blocking_role, b.state as blocking_state, b.query as blocking_query
  from pg_stat_activity w
 cross join lateral unnest(pg_blocking_pids(w.pid)) as blocker(pid)
  left join pg_stat_activity b on b.pid = blocker.pid
 where w.wait_event_type = 'Lock'
 order by waits_for desc
