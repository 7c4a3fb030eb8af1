-- For a standby, to be run on its new primary. Nothing happens without a name.
select pg_create_physical_replication_slot(?, true)
