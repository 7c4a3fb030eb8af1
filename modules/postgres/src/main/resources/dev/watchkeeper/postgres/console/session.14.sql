-- How a console's session begins: who it is, and how its statements run.
select pg_backend_pid() as pid,
       set_config('default_transaction_read_only', ?, false),
       set_config('statement_timeout', ?, false)
