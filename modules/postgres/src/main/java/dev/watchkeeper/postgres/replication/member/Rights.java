package dev.watchkeeper.postgres.replication.member;

/**
 * What the console's role may see and do on this server.
 *
 * @param readsStats sees what other users' walsenders and the walreceiver do ({@code pg_read_all_stats}, {@code pg_monitor})
 * @param readsSettings sees {@code primary_conninfo} and {@code data_directory} ({@code pg_read_all_settings})
 * @param replicates may make and drop slots
 * @param pauses may pause and resume replay
 * @param readsSubscriptions sees the connection strings of subscriptions
 */
public record Rights(
        String role,
        boolean superuser,
        boolean readsStats,
        boolean readsSettings,
        boolean replicates,
        boolean pauses,
        boolean promotes,
        boolean readsSubscriptions) {}
