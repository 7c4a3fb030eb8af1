-- Moments are ms since 1970, days days since 1970. "grain": 0 as recorded, 1 minutes, 2 hours.
-- :target
create table target (id integer primary key autoincrement, name text not null unique)

-- Dictionaries. "seen" is the last day on which one was used. Numbers are never given again.
-- :statement
create table statement (
    id integer primary key autoincrement,
    database text not null,
    role text not null,
    query_id integer not null,
    top_level integer not null,
    seen integer not null,
    unique (query_id, database, role, top_level))

-- :activity_key
create table activity_key (
    id integer primary key autoincrement,
    state text not null,
    wait_type text not null,
    wait_event text not null,
    database text not null,
    role text not null,
    query_id integer not null,
    seen integer not null,
    unique (query_id, state, wait_type, wait_event, database, role))

-- :line
create table line (
    id integer primary key autoincrement,
    metric text not null,
    label text not null,
    seen integer not null,
    unique (metric, label))

-- Who did what: how many samples, and how many sessions they saw together, by activity key.
-- :activity
create table activity (
    target integer not null,
    grain integer not null,
    at integer not null,
    samples integer not null,
    sessions blob not null,
    primary key (target, grain, at)) without rowid

-- :point
create table point (
    target integer not null,
    grain integer not null,
    at integer not null,
    points blob not null,
    primary key (target, grain, at)) without rowid

-- Rows of 2 or 3 KB: with a rowid they stand in the order in which they come, and fill their pages.
-- What a chart needs comes before the rest, so that the rest need not be read.
-- :step
create table step (
    target integer not null,
    grain integer not null,
    at integer not null,
    began integer not null,
    ended integer not null,
    covered integer not null,
    times blob not null,
    figures blob not null,
    unique (target, grain, at))

-- :interruption
create table interruption (
    target integer not null,
    at integer not null,
    kind text not null,
    primary key (target, at, kind)) without rowid

-- :event
create table event (
    target integer not null,
    at integer not null,
    kind text not null,
    words text not null,
    primary key (target, at, kind, words)) without rowid

-- A text that many servers have stands here once.
-- :sql_text
create table sql_text (id integer primary key autoincrement, hash text not null unique, body text not null)

-- :query_text
create table query_text (
    target integer not null,
    database text not null,
    query_id integer not null,
    text integer not null,
    seen integer not null,
    primary key (target, query_id, database)) without rowid

-- :plan
create table plan (
    target integer not null,
    database text not null,
    query_id integer not null,
    first_seen integer not null,
    shape text not null,
    last_seen integer not null,
    json text not null,
    primary key (target, query_id, database, first_seen, shape))

-- :lease
create table lease (
    target integer primary key,
    holder text not null,
    since integer not null,
    beat integer not null)
