-- Who the server is, and where it stands. In recovery and not: what only the other kind can say is null.
select now.taken_at,
       sys.system_identifier::text,
       pg_postmaster_start_time() as started_at,
       current_setting('port')::int as port,
       current_setting('cluster_name') as cluster_name,
       case when role.reads_settings then current_setting('data_directory') end as data_directory,
       current_database() as database,
       pg_backend_pid() as backend_pid,
       inet_client_port() as client_port,
       host(inet_server_addr()) as server_address,
       now.standby,
       -- not the control file's on a primary: that lags until the checkpoint after a promotion
       case when now.standby
            then greatest(receiver.received_tli, recovery.min_recovery_end_timeline, checkpoint.timeline_id)
            else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int
       end as timeline,
       case when not now.standby then pg_current_wal_lsn() end as current_lsn,
       case when not now.standby then pg_walfile_name(pg_current_wal_lsn()) end as current_wal,
       case when now.standby then pg_last_wal_receive_lsn() end as received_lsn,
       case when now.standby then pg_last_wal_replay_lsn() end as replayed_lsn,
       case when now.standby then pg_get_wal_replay_pause_state() end as pause_state,
       case when now.standby then pg_last_xact_replay_timestamp() end as replayed_commit,
       pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next_xid,
       receiver.pid as receiver_pid,
       (select backend_start from pg_stat_get_activity(coalesce(receiver.pid, 0))) as receiver_start,
       receiver.status as receiver_status,
       receiver.flushed_lsn as receiver_flushed_lsn,
       receiver.latest_end_lsn as receiver_latest_end_lsn,
       receiver.last_msg_receipt_time as receiver_last_message,
       receiver.slot_name as receiver_slot,
       receiver.sender_host,
       receiver.sender_port,
       receiver.conninfo as receiver_conninfo,
       case when now.standby and role.reads_settings then current_setting('primary_conninfo') end as primary_conninfo,
       case when now.standby then current_setting('primary_slot_name') end as primary_slot_name,
       current_setting('wal_level') as wal_level,
       current_setting('max_wal_senders')::int as max_wal_senders,
       current_setting('max_replication_slots')::int as max_replication_slots,
       current_setting('synchronous_standby_names') as synchronous_standby_names,
       current_setting('synchronous_commit') as synchronous_commit,
       pg_size_bytes(current_setting('max_slot_wal_keep_size')) as max_slot_wal_keep_bytes,
       pg_size_bytes(current_setting('wal_keep_size')) as wal_keep_bytes,
       pg_size_bytes(current_setting('wal_segment_size')) as wal_segment_bytes,
       current_setting('archive_mode') as archive_mode,
       current_setting('hot_standby_feedback')::bool as hot_standby_feedback,
       current_setting('wal_log_hints')::bool or current_setting('data_checksums')::bool as can_rewind,
       (extract(epoch from current_setting('wal_receiver_status_interval')::interval) * 1000)::bigint as status_interval_ms,
       (extract(epoch from current_setting('wal_sender_timeout')::interval) * 1000)::bigint as sender_timeout_ms,
       (extract(epoch from current_setting('recovery_min_apply_delay')::interval) * 1000)::bigint as apply_delay_ms,
       coalesce(current_setting('sync_replication_slots', true)::bool, false) as sync_replication_slots,
       -- what others get: the console's own session is read-only anyway
       coalesce((select reset_val from pg_settings where name = 'default_transaction_read_only') = 'on', false) as read_only,
       archiver.archived_count,
       archiver.last_archived_wal,
       archiver.last_archived_time,
       archiver.failed_count,
       archiver.last_failed_wal,
       archiver.last_failed_time,
       wal.wal_bytes::bigint as wal_bytes,
       wal.stats_reset as wal_reset_at,
       case when now.standby
            then (select sum(pg_stat_get_db_conflict_all(oid))::bigint from pg_database) end as conflicts,
       current_user as role,
       role.superuser,
       role.reads_stats,
       role.reads_settings,
       role.replicates,
       has_function_privilege('pg_wal_replay_pause()', 'execute') as pauses,
       has_function_privilege('pg_promote(boolean, integer)', 'execute') as promotes,
       has_column_privilege('pg_subscription', 'subconninfo', 'select') as reads_subscriptions,
       exists (select from pg_subscription) as subscribes,
       exists (select
                 from pg_class c
                 join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'repmgr'
                where c.relname = 'nodes'
                  and has_schema_privilege(n.oid, 'usage')
                  and has_table_privilege(c.oid, 'select')) as repmgr,
       exists (select from pg_database where datname = 'repmgr') as repmgr_database,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from (select clock_timestamp() as taken_at, pg_is_in_recovery() as standby) now
 cross join pg_control_system() sys
 cross join pg_control_checkpoint() checkpoint
 cross join pg_control_recovery() recovery
 cross join pg_stat_archiver archiver
 cross join pg_stat_wal wal
 cross join (select r.rolsuper as superuser,
                    r.rolsuper or r.rolreplication as replicates,
                    pg_has_role(current_user, 'pg_read_all_stats', 'usage') as reads_stats,
                    pg_has_role(current_user, 'pg_read_all_settings', 'usage') as reads_settings
               from pg_roles r
              where r.rolname = current_user) role
  left join pg_stat_wal_receiver receiver on true
