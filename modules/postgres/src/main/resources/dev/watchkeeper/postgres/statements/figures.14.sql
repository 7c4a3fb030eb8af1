-- All figures of the statements that were called since the last tick. The extension may be older than the server:
-- columns that its version does not have are found in the row of zeros outside.
-- :schema is where the extension is installed.
select s.*,
       coalesce(d.datname, 'oid ' || s.dbid) as database,
       coalesce(r.rolname, 'oid ' || s.userid) as role,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from (values (0::float8, 0::float8, 0::float8, 0::float8, 0::float8, 0::float8, 0::float8, 0::float8,
                0::float8, 0::float8, 0::float8, 0::float8, null::timestamptz))
       as missing (blk_read_time, blk_write_time, shared_blk_read_time, shared_blk_write_time,
                   local_blk_read_time, local_blk_write_time, temp_blk_read_time, temp_blk_write_time,
                   jit_generation_time, jit_inlining_time, jit_optimization_time, jit_emission_time, stats_since)
 cross join lateral (
       select userid, dbid, toplevel, queryid, calls, plans, total_plan_time, total_exec_time, stddev_exec_time,
              min_exec_time, max_exec_time, rows, shared_blks_hit, shared_blks_read, shared_blks_dirtied,
              shared_blks_written, temp_blks_read, temp_blks_written,
              blk_read_time + shared_blk_read_time + local_blk_read_time + temp_blk_read_time as read_ms,
              blk_write_time + shared_blk_write_time + local_blk_write_time + temp_blk_write_time as write_ms,
              wal_records, wal_bytes::bigint as wal_bytes,
              jit_generation_time + jit_inlining_time + jit_optimization_time + jit_emission_time as jit_ms,
              stats_since
         from :schema.pg_stat_statements(false)) s
  join unnest(?::bigint[]) as wanted (queryid) on wanted.queryid = s.queryid
  left join pg_database d on d.oid = s.dbid
  left join pg_roles r on r.oid = s.userid
