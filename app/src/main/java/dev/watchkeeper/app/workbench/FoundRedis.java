package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.topology.Doors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Redis servers and sentinels that discovery came upon, entered by the rules of {@link FoundServers}: a target of its own
 * goes before everything, and a password is shown only where it belongs or was lent to. Thread-safe.
 */
final class FoundRedis implements Doors {
    /** A dead one must not hold up the picture of the others for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private record Door(Target finder, HostPort address, Engine engine) {}

    private final Passwords passwords;
    private final Routes routes;
    private final Supplier<List<Target>> known;
    private final Map<Door, RedisServer> open = new ConcurrentHashMap<>();
    private final Loans loans = new Loans();
    private volatile Duration probeTimeout = LONGEST;

    /**
     * @param passwords of every target
     * @param routes how one gets to where a target stands
     * @param known targets that may be met
     */
    FoundRedis(Passwords passwords, Routes routes, Supplier<List<Target>> known) {
        this.passwords = passwords;
        this.routes = routes;
        this.known = known;
    }

    @Override
    public RedisServer door(Target finder, HostPort address, Engine engine) {
        return open.computeIfAbsent(new Door(finder, address, engine), this::made);
    }

    @Override
    public void lend(Target finder, HostPort address) {
        loans.lend(finder, address);
        close(finder);
    }

    @Override
    public void close(Target finder) {
        for (Door door : List.copyOf(open.keySet())) {
            RedisServer server = door.finder().equals(finder) ? open.remove(door) : null;
            if (server != null) {
                server.close();
            }
        }
    }

    void probeTimeout(Duration timeout) {
        probeTimeout = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
        open.values().forEach(server -> server.probeTimeout(probeTimeout));
    }

    private RedisServer made(Door door) {
        Optional<Target> itself = known.get().stream()
                .filter(target -> target.endpoint().engine() == door.engine()
                        && target.placement().isBeside(door.finder().placement())
                        && target.endpoint().hosts().equals(List.of(door.address())))
                .findFirst();
        Target pattern = itself.orElse(door.finder());
        Target target = found(pattern, door);
        RedisServer server = itself.isPresent()
                ? new RedisServer(target, (one, host) -> passwords.find(pattern, host), routes)
                : new RedisServer(target, (one, host) -> password(door.finder(), host), routes);
        server.probeTimeout(probeTimeout);
        return server;
    }

    private static Target found(Target pattern, Door door) {
        Endpoint own = pattern.endpoint();
        String database = own.engine() == door.engine() ? own.database() : "";
        return new Target(
                own.hosts().equals(List.of(door.address()))
                        ? pattern.name()
                        : door.address().toString(),
                new Endpoint(door.engine(), List.of(door.address()), database, own.user(), own.parameters()),
                pattern.environment(),
                new PasswordSource.Usual(),
                pattern.readOnly() || door.finder().readOnly(),
                pattern.tags(),
                pattern.pool(),
                door.finder().placement().wayOnly());
    }

    private Optional<Secret> password(Target finder, HostPort host) throws FaultException {
        return loans.covers(finder, host) ? passwords.find(finder, host) : Optional.empty();
    }
}
