-- All subscriptions of the server. Their tables can be seen only in the subscription's own database; the connection
-- string only by who may, so its column is put in by the caller.
select s.subname,
       d.datname,
       s.subdbid = me.oid as here,
       s.subenabled,
       s.subslotname,
       array_to_string(s.subpublications, ', ') as publications,
       :conninfo as conninfo,
       worker.pid as worker_pid,
       (select backend_start from pg_stat_get_activity(coalesce(worker.pid, 0))) as worker_start,
       worker.received_lsn,
       worker.last_msg_receipt_time,
       worker.latest_end_lsn,
       worker.latest_end_time,
       tables.total,
       tables.ready,
       tables.copying,
       tables.unready,
       errors.apply_error_count as apply_errors,
       errors.sync_error_count as sync_errors,
       null::bigint as conflicts,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_subscription s
  join pg_database d on d.oid = s.subdbid
 cross join (select oid from pg_database where datname = current_database()) me
  left join pg_stat_subscription worker on worker.subid = s.oid and worker.relid is null
  left join pg_stat_subscription_stats errors on errors.subid = s.oid
 cross join lateral (
       select count(*) as total,
              count(*) filter (where r.srsubstate = 'r') as ready,
              count(*) filter (where r.srsubstate = 'd') as copying,
              string_agg(r.srrelid::regclass::text, ', ' order by r.srrelid)
                filter (where r.srsubstate in ('i', 'd', 'f')) as unready
         from pg_subscription_rel r
        where r.srsubid = s.oid) tables
