-- Only if it is the one that was meant, and nobody uses it.
select pg_drop_replication_slot(r.slot_name)
  from pg_replication_slots r, pg_control_system() s
 where r.slot_name = ? and r.slot_type = ? and not r.active and s.system_identifier::text = ?
