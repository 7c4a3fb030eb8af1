-- Only on the standby that was meant.
select pg_wal_replay_resume()
  from pg_control_system() s
 where s.system_identifier::text = ? and pg_is_in_recovery()
