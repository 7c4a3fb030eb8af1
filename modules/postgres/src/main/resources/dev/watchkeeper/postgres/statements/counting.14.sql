-- Since when, and as whom, it is counted. :schema is where the extension is installed.
select statement_timestamp() as at,
       pg_postmaster_start_time() as started,
       i.stats_reset,
       i.dealloc,
       pg_has_role('pg_read_all_stats', 'usage') as sees_all,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from :schema.pg_stat_statements_info() i
