-- How the console's probes run: read-only, bounded, and with names that no search path can bend.
select set_config('search_path', 'pg_catalog', false),
       set_config('default_transaction_read_only', ?, false),
       set_config('statement_timeout', ?, false),
       set_config('lock_timeout', ?, false),
       set_config('idle_in_transaction_session_timeout', '60s', false),
       set_config('jit', 'off', false)
