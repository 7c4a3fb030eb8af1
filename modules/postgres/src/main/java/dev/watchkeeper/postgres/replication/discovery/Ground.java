package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.Doors;
import java.util.List;
import java.util.Optional;

/**
 * What discovery begins with.
 *
 * @param finder the target from which the cluster is looked at; of any engine
 * @param server that target's own connections, where it is a PostgreSQL server; empty otherwise
 * @param saved targets that may belong to it, in the order of preference
 */
public record Ground(Target finder, Optional<PostgresServer> server, Doors doors, List<Known> saved, Hints hints) {
    public Ground {
        saved = List.copyOf(saved);
    }

    /** Where PostgreSQL is to be found at first; empty if only hints can tell. */
    List<HostPort> seeds() {
        return finder.endpoint().engine() == Engine.POSTGRESQL
                ? finder.endpoint().hosts()
                : List.of();
    }

    /** The database to try first. */
    String database() {
        return finder.endpoint().engine() == Engine.POSTGRESQL
                ? finder.endpoint().database()
                : "postgres";
    }

    /** The connections to an address: the finder's own, if it has just that one. */
    PostgresServer enter(HostPort address, String database) {
        boolean own = finder.endpoint().hosts().equals(List.of(address)) && database.equals(database());
        return own && server.isPresent() ? server.get() : doors.door(finder, address, database);
    }

    void leave(HostPort address, String database) {
        doors.shut(finder, address, database);
    }
}
