-- The same as settings.sql where a pool lends the session to others afterwards: for this one transaction only.
select set_config('search_path', 'pg_catalog', true),
       set_config('statement_timeout', ?, true),
       set_config('lock_timeout', ?, true),
       set_config('idle_in_transaction_session_timeout', '60s', true),
       set_config('jit', 'off', true)
