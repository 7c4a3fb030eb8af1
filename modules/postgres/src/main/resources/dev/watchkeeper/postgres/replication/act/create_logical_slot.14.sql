-- In the database where one is connected. Only on the primary that was meant.
select pg_create_logical_replication_slot(?, ?)
  from pg_control_system() s
 where s.system_identifier::text = ? and not pg_is_in_recovery()
