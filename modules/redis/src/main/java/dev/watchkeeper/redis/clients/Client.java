package dev.watchkeeper.redis.clients;

import java.time.Duration;

/**
 * One line of {@code CLIENT LIST} (documentation: command CLIENT LIST). Numbers that a version does not tell are zero.
 *
 * @param id counts up while the server runs, and begins anew when it was restarted
 * @param address where the client is: host and port, or a Unix socket's path with {@code :0}
 * @param localAddress where it came in; empty if not told
 * @param name by CLIENT SETNAME; empty if it has none
 * @param age since it connected, in whole seconds
 * @param idle since its last command, in whole seconds
 * @param flags one letter each, as the server gives them
 * @param multi commands queued in MULTI; -1 outside of a transaction
 * @param subscriptions channels, patterns and sharded channels
 * @param outputBytes waiting to be sent to it
 * @param totalBytes memory that it takes on the server
 * @param command the last one, with its subcommand on Redis 7
 * @param user of the ACL
 * @param library and its version, on Redis 7.2 and newer; else empty
 */
public record Client(
        long id,
        String address,
        String localAddress,
        String name,
        Duration age,
        Duration idle,
        String flags,
        int database,
        int multi,
        int subscriptions,
        long outputBytes,
        long totalBytes,
        String command,
        String user,
        String library) {
    public ClientId identity() {
        return new ClientId(id, address);
    }

    /** What it is there for, in one word for the table. */
    public ClientKind kind() {
        return ClientKind.of(flags);
    }

    public boolean isBlocked() {
        return flags.contains("b");
    }

    public boolean isInTransaction() {
        return flags.contains("x");
    }

    /** What one calls it: its name, else its library, else nothing. */
    public String called() {
        return name.isEmpty() ? library : name;
    }
}
