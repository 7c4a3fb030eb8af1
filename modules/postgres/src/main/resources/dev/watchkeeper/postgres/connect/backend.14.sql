-- A pool answers with a number of its own when one logs in.
select pg_backend_pid() as pid
