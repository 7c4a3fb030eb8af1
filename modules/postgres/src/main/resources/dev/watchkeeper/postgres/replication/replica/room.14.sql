-- What a new standby needs of this primary. Parameters: the role's name, the slot's name.
select s.system_identifier::text,
       pg_is_in_recovery() as standby,
       current_setting('wal_level') as wal_level,
       current_setting('max_wal_senders')::int as max_wal_senders,
       (select count(*) from pg_stat_replication) as wal_senders,
       current_setting('max_replication_slots')::int as max_replication_slots,
       (select count(*) from pg_replication_slots) as slots,
       current_setting('listen_addresses') as listen_addresses,
       current_setting('password_encryption') as password_encryption,
       current_setting('ssl')::bool as ssl,
       current_setting('port')::int as port,
       pg_size_bytes(current_setting('max_slot_wal_keep_size')) as max_slot_wal_keep_bytes,
       current_setting('max_connections') as max_connections,
       current_setting('max_worker_processes') as max_worker_processes,
       current_setting('max_prepared_transactions') as max_prepared_transactions,
       current_setting('max_locks_per_transaction') as max_locks_per_transaction,
       (select sum(pg_tablespace_size(oid))::bigint from pg_tablespace
         where spcname <> 'pg_global' and (pg_has_role(current_user, 'pg_read_all_stats', 'usage') or spcname = 'pg_default'))
         as data_bytes,
       (select count(*) from pg_tablespace where spcname not in ('pg_default', 'pg_global')) as tablespaces,
       (select r.rolreplication and r.rolcanlogin from pg_roles r where r.rolname = ?) as role_suits,
       (select active from pg_replication_slots where slot_name = ?) as slot_active
  from pg_control_system() s
