-- What SQLite and PostgreSQL say in the same words.
-- :list_targets
select id, name from target order by name

-- :find_target
select id from target where name = ?

-- :add_target
insert into target (name) values (?) on conflict do nothing

-- :find_statement
select id from statement where database = ? and role = ? and query_id = ? and top_level = ?

-- :add_statement
insert into statement (database, role, query_id, top_level, seen) values (?, ?, ?, ?, ?) on conflict do nothing

-- :stamp_statement
update statement set seen = ? where id = ?

-- :name_statement
select database, role, query_id, top_level from statement where id = ?

-- :all_statement
select database, role, query_id, top_level, id from statement

-- :find_activity_key
select id
from activity_key
where state = ? and wait_type = ? and wait_event = ? and database = ? and role = ? and query_id = ?

-- :add_activity_key
insert into activity_key (state, wait_type, wait_event, database, role, query_id, seen)
values (?, ?, ?, ?, ?, ?, ?)
on conflict do nothing

-- :stamp_activity_key
update activity_key set seen = ? where id = ?

-- :name_activity_key
select state, wait_type, wait_event, database, role, query_id from activity_key where id = ?

-- :all_activity_key
select state, wait_type, wait_event, database, role, query_id, id from activity_key

-- :find_line
select id from line where metric = ? and label = ?

-- :add_line
insert into line (metric, label, seen) values (?, ?, ?) on conflict do nothing

-- :stamp_line
update line set seen = ? where id = ?

-- :name_line
select metric, label from line where id = ?

-- :all_line
select metric, label, id from line

-- :find_text
select id from sql_text where hash = ?

-- :add_text
insert into sql_text (hash, body) values (?, ?) on conflict do nothing

-- :keep_query_text
insert into query_text (target, database, query_id, text, seen)
values (?, ?, ?, ?, ?)
on conflict (target, query_id, database) do update set text = excluded.text, seen = excluded.seen

-- :find_query_text
select t.body
from query_text q
    join sql_text t on t.id = q.text
where q.target = ? and q.database = ? and q.query_id = ?

-- :list_query_texts
select q.database, q.query_id, t.body
from query_text q
    join sql_text t on t.id = q.text
where q.target = ?

-- :keep_event
insert into event (target, at, kind, words) values (?, ?, ?, ?) on conflict do nothing

-- :list_events
select at, kind, words from event where target = ? and at >= ? and at < ? order by at, kind, words

-- :keep_interruption
insert into interruption (target, at, kind) values (?, ?, ?) on conflict do nothing

-- :list_interruptions
select at, kind from interruption where target = ? and at >= ? and at <= ? order by at, kind

-- The newest plan of a statement, if it has this shape and there is no other one in between.
-- :prolong_plan
update plan
set last_seen = case when last_seen < ? then ? else last_seen end, json = ?
where target = ? and database = ? and query_id = ? and shape = ?
    and first_seen = (
        select max(p.first_seen)
        from plan p
        where p.target = ? and p.database = ? and p.query_id = ? and p.first_seen <= ?)

-- :keep_plan
insert into plan (target, database, query_id, first_seen, shape, last_seen, json)
values (?, ?, ?, ?, ?, ?, ?)
on conflict do nothing

-- :find_plans
select database, query_id, shape, first_seen, last_seen, json
from plan
where target = ? and database = ? and query_id = ?
order by first_seen

-- :list_plans
select database, query_id, shape, first_seen, last_seen, json
from plan
where target = ?
order by first_seen

-- :forget_events
delete from event where at < ?

-- :forget_interruptions
delete from interruption where at < ?

-- :forget_plans
delete from plan where last_seen < ?

-- :forget_statements
delete from statement where seen < ?

-- :forget_activity_keys
delete from activity_key where seen < ?

-- :forget_lines
delete from line where seen < ?

-- A recorder says a text once: it stays as long as its statement.
-- :forget_query_texts
delete from query_text
where seen < ?
    and not exists (
        select 1
        from statement s
        where s.query_id = query_text.query_id and s.database = query_text.database)

-- :forget_texts
delete from sql_text where id not in (select q.text from query_text q)

-- :claim
insert into lease as l (target, holder, since, beat)
values (?, ?, ?, ?)
on conflict (target) do update
set holder = excluded.holder,
    since = case when l.holder = excluded.holder then l.since else excluded.since end,
    beat = excluded.beat
where l.holder = excluded.holder or l.beat <= ? or l.beat > ?

-- :find_lease
select holder, since, beat from lease where target = ?

-- :release
delete from lease where holder = ?
