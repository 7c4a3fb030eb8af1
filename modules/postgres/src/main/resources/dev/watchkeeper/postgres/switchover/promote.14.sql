-- Only if it still is a standby of that cluster; waits so many seconds until it is the primary.
select case when pg_is_in_recovery() then pg_promote(true, ?) end as promoted
  from pg_control_system()
 where system_identifier::text = ?
