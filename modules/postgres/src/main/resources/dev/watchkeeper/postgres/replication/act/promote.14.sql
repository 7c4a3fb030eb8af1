-- Only the standby that was meant. Waits for the end of recovery.
select pg_promote(true, 20) as done
  from pg_control_system() s
 where s.system_identifier::text = ? and pg_is_in_recovery()
