-- Keeps WAL from now on. Only on the server that was meant.
select pg_create_physical_replication_slot(?, true)
  from pg_control_system() s
 where s.system_identifier::text = ?
