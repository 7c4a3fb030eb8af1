-- What a change of the primary would end, or leave open. The console's own sessions are none of it.
with other as (
    select pid, usename, application_name, extract(epoch from clock_timestamp() - xact_start) as seconds
      from pg_stat_activity
     where backend_type = 'client backend'
       and pid <> pg_backend_pid()
       and not (application_name = current_setting('application_name') and usename = current_user)
), oldest as (
    select * from other where seconds is not null order by seconds desc limit 1
), prepared as (
    select gid, extract(epoch from clock_timestamp() - prepared) as seconds
      from pg_prepared_xacts order by prepared limit 1
)
select (select count(*) from other) as clients,
       (select count(*) from other where seconds > ?) as long_transactions,
       oldest.pid as oldest_pid,
       oldest.usename as oldest_user,
       (oldest.seconds * 1000)::bigint as oldest_ms,
       (select count(*) from pg_prepared_xacts) as prepared,
       prepared.gid as prepared_gid,
       (prepared.seconds * 1000)::bigint as prepared_ms,
       -- so does Patroni start its servers, whatever stands in their files
       (select count(*) = 3 from pg_settings
         where name in ('wal_log_hints', 'max_wal_senders', 'track_commit_timestamp')
           and source = 'command line') as by_patroni,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from (select 1) one
  left join oldest on true
  left join prepared on true
