-- ":grain" is fine, minute or hour; a partition's name is its table's with a number.
-- :begin
set local search_path = watchkeeper, pg_catalog;
set local statement_timeout = '60s';
set local lock_timeout = '10s';
set local idle_in_transaction_session_timeout = '60s'

-- Also for who may not look into the schema. Only who has the owner's rights can add partitions.
-- :is_there
select version.relowner is not null, to_regnamespace('watchkeeper') is not null,
    quote_ident(current_user), quote_ident(current_database()), pg_is_in_recovery(),
    coalesce(quote_ident(pg_get_userbyid(version.relowner)), ''),
    coalesce(pg_has_role(version.relowner, 'usage'), true),
    coalesce((select r.rolsuper from pg_roles r where r.oid = version.relowner), false)
from pg_database d
left join pg_class version on version.relnamespace = to_regnamespace('watchkeeper') and version.relname = 'version'
where d.datname = current_database()

-- :version
select version from watchkeeper.version

-- :now
select clock_timestamp()

-- Who writes shares the store; who rolls up has it alone.
-- :share
select pg_advisory_xact_lock_shared(1464551473, 1)

-- :alone
select pg_advisory_xact_lock(1464551473, 1)

-- :bytes
select coalesce(sum(pg_total_relation_size(c.oid)), 0)
from pg_class c
where c.relnamespace = to_regnamespace('watchkeeper') and c.relkind = 'r'

-- :list_partitions
select c.relname
from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
where i.inhparent = to_regclass('watchkeeper.' || ?)
order by c.relname

-- Two consoles may want the same one.
-- :partition_turn
select pg_advisory_xact_lock(1464551473, 2)

-- :add_partition
create table if not exists watchkeeper.:partition
partition of watchkeeper.:table for values from (':from') to (':to')

-- :count_partition
select count(*) from watchkeeper.:partition

-- :drop_partition
drop table watchkeeper.:partition

-- :read_activity
select
    at, samples, keys, sessions
from activity_:grain
where target = ? and at >= ? and at < ?
order by at

-- :there_activity
select
    at, samples, keys, sessions
from activity_:grain
where target = ? and at = any (?)

-- :put_activity
insert into activity_:grain (
    target, at, samples, keys, sessions)
values (?, ?, ?, ?, ?)
on conflict (target, at) do update
set samples = excluded.samples,
    keys = excluded.keys,
    sessions = excluded.sessions

-- :fill_activity
insert into activity_:grain (
    target, at, samples, keys, sessions)
values (?, ?, ?, ?, ?)
on conflict (target, at) do nothing

-- :first_activity
select min(at) from activity_:grain where target = ?

-- :last_activity
select max(at) from activity_:grain where target = ?

-- :count_activity
select count(*) from activity_:grain where target = ?

-- :read_point
select
    at, lines, samples, sums, least, most
from point_:grain
where target = ? and at >= ? and at < ?
order by at

-- :there_point
select
    at, lines, samples, sums, least, most
from point_:grain
where target = ? and at = any (?)

-- :put_point
insert into point_:grain (
    target, at, lines, samples, sums, least, most)
values (?, ?, ?, ?, ?, ?, ?)
on conflict (target, at) do update
set lines = excluded.lines,
    samples = excluded.samples,
    sums = excluded.sums,
    least = excluded.least,
    most = excluded.most

-- :fill_point
insert into point_:grain (
    target, at, lines, samples, sums, least, most)
values (?, ?, ?, ?, ?, ?, ?)
on conflict (target, at) do nothing

-- :first_point
select min(at) from point_:grain where target = ?

-- :last_point
select max(at) from point_:grain where target = ?

-- :count_point
select count(*) from point_:grain where target = ?

-- :read_step
select
    at, began, ended, covered, statements, exec_us, calls, plans, plan_us, exec_squares, min_us,
    max_us, rows, shared_hit, shared_read, shared_dirtied, shared_written, temp_read, temp_written,
    read_us, write_us, wal_records, wal_bytes, jit_us
from step_:grain
where target = ? and at >= ? and at < ?
order by at

-- :there_step
select
    at, began, ended, covered, statements, exec_us, calls, plans, plan_us, exec_squares, min_us,
    max_us, rows, shared_hit, shared_read, shared_dirtied, shared_written, temp_read, temp_written,
    read_us, write_us, wal_records, wal_bytes, jit_us
from step_:grain
where target = ? and at = any (?)

-- :put_step
insert into step_:grain (
    target, at, began, ended, covered, statements, exec_us, calls, plans, plan_us, exec_squares,
    min_us, max_us, rows, shared_hit, shared_read, shared_dirtied, shared_written, temp_read,
    temp_written, read_us, write_us, wal_records, wal_bytes, jit_us)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (target, at) do update
set began = excluded.began,
    ended = excluded.ended,
    covered = excluded.covered,
    statements = excluded.statements,
    exec_us = excluded.exec_us,
    calls = excluded.calls,
    plans = excluded.plans,
    plan_us = excluded.plan_us,
    exec_squares = excluded.exec_squares,
    min_us = excluded.min_us,
    max_us = excluded.max_us,
    rows = excluded.rows,
    shared_hit = excluded.shared_hit,
    shared_read = excluded.shared_read,
    shared_dirtied = excluded.shared_dirtied,
    shared_written = excluded.shared_written,
    temp_read = excluded.temp_read,
    temp_written = excluded.temp_written,
    read_us = excluded.read_us,
    write_us = excluded.write_us,
    wal_records = excluded.wal_records,
    wal_bytes = excluded.wal_bytes,
    jit_us = excluded.jit_us

-- :fill_step
insert into step_:grain (
    target, at, began, ended, covered, statements, exec_us, calls, plans, plan_us, exec_squares,
    min_us, max_us, rows, shared_hit, shared_read, shared_dirtied, shared_written, temp_read,
    temp_written, read_us, write_us, wal_records, wal_bytes, jit_us)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (target, at) do nothing

-- :first_step
select min(at) from step_:grain where target = ?

-- :last_step
select max(at) from step_:grain where target = ?

-- :count_step
select count(*) from step_:grain where target = ?

-- :times_step
select at, began, ended, covered, statements, exec_us
from step_:grain
where target = ? and at >= ? and at < ?
order by at
