select active from pg_replication_slots where slot_name = ?
