package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.Doors;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Enters every server as the finder, without a password. */
public final class OpenDoors implements Doors {
    private record Door(HostPort address, String database) {}

    private final Map<Door, PostgresServer> open = new ConcurrentHashMap<>();
    private final Set<HostPort> lent = ConcurrentHashMap.newKeySet();

    @Override
    public PostgresServer door(Target finder, HostPort address, String database) {
        return open.computeIfAbsent(new Door(address, database), door -> enter(finder, door));
    }

    private static PostgresServer enter(Target finder, Door door) {
        Endpoint endpoint = new Endpoint(
                Engine.POSTGRESQL,
                List.of(door.address()),
                door.database(),
                finder.endpoint().user(),
                new LinkedHashMap<>());
        PostgresServer server =
                new PostgresServer(Target.unsaved(door.address().toString(), endpoint), Passwords.none());
        server.probeTimeout(Duration.ofSeconds(2));
        return server;
    }

    @Override
    public void lend(Target finder, HostPort address) {
        lent.add(address);
    }

    @Override
    public void shut(Target finder, HostPort address, String database) {
        PostgresServer server = open.remove(new Door(address, database));
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void close(Target finder) {
        open.values().forEach(PostgresServer::close);
        open.clear();
    }

    /** How many servers are entered at the moment. */
    public int open() {
        return open.size();
    }

    /** Where somebody lent a password. */
    public Set<HostPort> lent() {
        return Set.copyOf(lent);
    }
}
