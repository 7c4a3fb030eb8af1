-- :read_activity
select at, samples, sessions from activity where target = ? and grain = ? and at >= ? and at < ? order by at

-- :put_activity
insert or replace into activity (target, grain, at, samples, sessions) values (?, ?, ?, ?, ?)

-- :fill_activity
insert or ignore into activity (target, grain, at, samples, sessions) values (?, ?, ?, ?, ?)

-- :delete_activity
delete from activity where target = ? and grain = ? and at < ?

-- :first_activity
select min(at) from activity where target = ? and grain = ?

-- :last_activity
select max(at) from activity where target = ? and grain = ?

-- :count_activity
select count(*) from activity where target = ? and grain = ?

-- :read_point
select at, points from point where target = ? and grain = ? and at >= ? and at < ? order by at

-- :put_point
insert or replace into point (target, grain, at, points) values (?, ?, ?, ?)

-- :fill_point
insert or ignore into point (target, grain, at, points) values (?, ?, ?, ?)

-- :delete_point
delete from point where target = ? and grain = ? and at < ?

-- :first_point
select min(at) from point where target = ? and grain = ?

-- :last_point
select max(at) from point where target = ? and grain = ?

-- :count_point
select count(*) from point where target = ? and grain = ?

-- :read_step
select at, began, ended, covered, times, figures
from step
where target = ? and grain = ? and at >= ? and at < ?
order by at

-- :times_step
select at, began, ended, covered, times
from step
where target = ? and grain = ? and at >= ? and at < ?
order by at

-- :put_step
insert or replace into step (target, grain, at, began, ended, covered, times, figures)
values (?, ?, ?, ?, ?, ?, ?, ?)

-- :fill_step
insert or ignore into step (target, grain, at, began, ended, covered, times, figures)
values (?, ?, ?, ?, ?, ?, ?, ?)

-- :delete_step
delete from step where target = ? and grain = ? and at < ?

-- :first_step
select min(at) from step where target = ? and grain = ?

-- :last_step
select max(at) from step where target = ? and grain = ?

-- :count_step
select count(*) from step where target = ? and grain = ?
