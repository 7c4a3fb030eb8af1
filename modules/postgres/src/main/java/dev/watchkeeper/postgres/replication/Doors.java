package dev.watchkeeper.postgres.replication;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;

/**
 * How discovery gets into servers that it came upon. A password that was given for one host is not shown to another one,
 * unless somebody {@linkplain #lend lent} it; what {@code ~/.pgpass} says for the found address counts, and a saved target
 * with that address goes before everything.
 */
public interface Doors {
    /** The server at a found address: the same one every time. It connects when it is first asked. */
    PostgresServer door(Target finder, HostPort address, String database);

    /** From now on that address may be entered with the finder's own password. */
    void lend(Target finder, HostPort address);

    /** Closes the connections behind a door that leads nowhere of interest; it may be asked for again. */
    void shut(Target finder, HostPort address, String database);

    /** Closes the connections to all that was found from this target. */
    void close(Target finder);
}
