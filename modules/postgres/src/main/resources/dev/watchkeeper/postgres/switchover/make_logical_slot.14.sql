-- For a subscription, to be run in its database on the new primary. Nothing happens without a name.
select pg_create_logical_replication_slot(?, ?)
