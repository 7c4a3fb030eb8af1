-- How the server stands now.
select s.system_identifier::text,
       pg_is_in_recovery() as standby,
       case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() else '' end as pause_state,
       current_setting('synchronous_standby_names') as synchronous_standby_names
  from pg_control_system() s
