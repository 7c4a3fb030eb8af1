-- The log's files, the oldest first: rotation goes from one to the next.
select name, size from pg_ls_logdir() order by modification, name
