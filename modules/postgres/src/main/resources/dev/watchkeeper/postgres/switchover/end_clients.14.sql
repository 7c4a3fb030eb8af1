-- Sessions that began before a moment, but the console's own.
select count(*) filter (where pg_terminate_backend(pid)) as ended
  from pg_stat_activity
 where backend_type = 'client backend'
   and pid <> pg_backend_pid()
   and not (application_name = current_setting('application_name') and usename = current_user)
   and backend_start < ?
