-- Who answers, and as whom and how one has come in.
select pg_is_in_recovery() as standby,
       current_user as role,
       current_database() as database,
       (select s.version || ' ' || s.cipher from pg_stat_ssl s where s.pid = pg_backend_pid() and s.ssl) as tls,
       pg_has_role(current_user, 'pg_monitor', 'usage') as monitors,
       pg_has_role(current_user, 'pg_signal_backend', 'usage') as signals
