package dev.watchkeeper.redis.testing;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.topology.Doors;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Enters everybody as the finder does; with the password only whom it was lent to. */
public final class TestDoors implements Doors {
    private final String password;
    private final Map<HostPort, RedisServer> open = new ConcurrentHashMap<>();
    private final Set<HostPort> lent = ConcurrentHashMap.newKeySet();

    /** @param password empty: nobody has one */
    public TestDoors(String password) {
        this.password = password;
    }

    @Override
    public RedisServer door(Target finder, HostPort address, Engine engine) {
        return open.computeIfAbsent(address, one -> {
            Endpoint own = finder.endpoint();
            String database = engine == own.engine() ? own.database() : "";
            Target target = Target.unsaved(
                    address.toString(),
                    new Endpoint(engine, java.util.List.of(address), database, own.user(), own.parameters()));
            RedisServer server = new RedisServer(
                    target,
                    (any, host) -> password.isEmpty() || !lent.contains(host)
                            ? Optional.empty()
                            : Optional.of(new Secret(password)));
            server.probeTimeout(Duration.ofSeconds(2));
            return server;
        });
    }

    @Override
    public void lend(Target finder, HostPort address) {
        lent.add(address);
        close(finder);
    }

    @Override
    public void close(Target finder) {
        open.keySet().forEach(address -> {
            RedisServer server = open.remove(address);
            if (server != null) {
                server.close();
            }
        });
    }
}
