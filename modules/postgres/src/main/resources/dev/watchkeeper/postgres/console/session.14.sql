-- How a console's session runs its statements; what is not asked for is as the role and the database have it.
select pg_backend_pid() as pid,
       set_config('default_transaction_read_only',
                  coalesce(?, (select s.reset_val from pg_settings s where s.name = 'default_transaction_read_only')), false),
       set_config('statement_timeout',
                  coalesce(?, (select s.reset_val from pg_settings s where s.name = 'statement_timeout')), false)
