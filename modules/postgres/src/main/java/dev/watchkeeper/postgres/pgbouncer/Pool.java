package dev.watchkeeper.postgres.pgbouncer;

import java.time.Duration;

/**
 * The connections of one user to one database (SHOW POOLS).
 *
 * @param clientsActive clients that have a server connection, or are idle
 * @param clientsWaiting clients that have sent something and got no server connection yet
 * @param serversActive server connections that a client uses
 * @param serversIdle that are free at once
 * @param servers all server connections
 * @param longestWait how long the first of the waiting clients has waited
 */
public record Pool(
        String database,
        String user,
        long clientsActive,
        long clientsWaiting,
        long serversActive,
        long serversIdle,
        long servers,
        Duration longestWait,
        String mode) {
    /** Clients of all kinds. */
    public long clients() {
        return clientsActive + clientsWaiting;
    }

    static Pool of(ConsoleTable.Row row) {
        long active = row.number("sv_active");
        long idle = row.number("sv_idle");
        return new Pool(
                row.text("database"),
                row.text("user"),
                row.number("cl_active"),
                row.number("cl_waiting"),
                active,
                idle,
                active + idle + row.number("sv_used") + row.number("sv_tested") + row.number("sv_login"),
                Duration.ofSeconds(row.number("maxwait")).plusNanos(row.number("maxwait_us") * 1_000),
                row.text("pool_mode"));
    }
}
