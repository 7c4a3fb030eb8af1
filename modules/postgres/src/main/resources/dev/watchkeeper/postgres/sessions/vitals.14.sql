select current_setting('max_connections')::int as max_connections,
       current_setting('superuser_reserved_connections')::int as reserved,
       current_user as role,
       pg_has_role('pg_read_all_stats', 'usage') as sees_all,
       pg_has_role('pg_signal_backend', 'usage') as signals,
       pg_is_in_recovery() as standby,
       statement_timestamp() as taken_at,
       coalesce(sum(xact_commit), 0)::bigint as commits,
       coalesce(sum(xact_rollback), 0)::bigint as rollbacks,
       coalesce(sum(blks_hit), 0)::bigint as blocks_hit,
       coalesce(sum(blks_read), 0)::bigint as blocks_read,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_stat_database
