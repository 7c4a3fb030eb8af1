-- Which server one has come to. One statement, nothing set: there may be a pool in between.
select system_identifier::text,
       pg_postmaster_start_time() as started_at,
       current_setting('port')::int as port,
       pg_is_in_recovery() as standby,
       current_setting('transaction_read_only')::bool as read_only,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from pg_control_system()
