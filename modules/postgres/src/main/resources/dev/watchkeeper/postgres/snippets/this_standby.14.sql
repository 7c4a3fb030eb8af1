-- title: This standby
-- explains: On a standby: what it has received and replayed. The age of the last transaction is no lag while the primary writes nothing: received and replayed tell more.
-- source: zoptal, replica status
select pg_is_in_recovery() as standby, pg_last_wal_receive_lsn() as received, pg_last_wal_replay_lsn() as replayed,
       pg_size_pretty(pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())) as not_replayed,
       pg_last_xact_replay_timestamp() as last_transaction,
       case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then interval '0'
            else clock_timestamp() - pg_last_xact_replay_timestamp() end as behind
