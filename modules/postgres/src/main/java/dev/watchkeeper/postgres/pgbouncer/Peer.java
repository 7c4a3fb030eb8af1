package dev.watchkeeper.postgres.pgbouncer;

/**
 * One end of a connection: a client, or a server (SHOW CLIENTS, SHOW SERVERS).
 *
 * @param state {@code active}, {@code idle}, {@code waiting} …
 * @param pid of the server's process; 0 if not known, or a client
 */
public record Peer(String database, String user, String state, String host, int port, long pid, String application) {
    static Peer of(ConsoleTable.Row row) {
        return new Peer(
                row.text("database"),
                row.text("user"),
                row.text("state"),
                row.text("addr"),
                (int) row.number("port"),
                row.number("remote_pid"),
                row.text("application_name"));
    }
}
