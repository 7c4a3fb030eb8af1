package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.Doors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Servers that discovery came upon. One that is a target itself is entered as that target says; the others as the finder
 * enters its own. The finder's password goes to other ports of its own host, where it is known anyway, and to other hosts
 * only when somebody lent it. Thread-safe.
 */
final class FoundServers implements Doors {
    /** Lead to one host on purpose, not to the one that is the primary at the moment. */
    private static final Set<String> OF_SEVERAL_HOSTS = Set.of("target_session_attrs", "load_balance_hosts");

    private record Door(Target finder, HostPort address, String database) {}

    private final Passwords passwords;
    private final Routes routes;
    private final Supplier<List<Target>> known;
    private final Consumer<PostgresServer> dress;
    private final String usualUser;
    private final Map<Door, PostgresServer> open = new ConcurrentHashMap<>();
    private final Loans loans = new Loans();

    /**
     * @param passwords of every target
     * @param routes how one gets to where a target stands
     * @param known targets that may be met
     * @param dress gives a new server the console's own time limits
     * @param usualUser as whom to enter where nobody named a role of PostgreSQL: libpq's own
     */
    FoundServers(
            Passwords passwords,
            Routes routes,
            Supplier<List<Target>> known,
            Consumer<PostgresServer> dress,
            String usualUser) {
        this.passwords = passwords;
        this.routes = routes;
        this.known = known;
        this.dress = dress;
        this.usualUser = usualUser;
    }

    @Override
    public PostgresServer door(Target finder, HostPort address, String database) {
        return open.computeIfAbsent(new Door(finder, address, database), this::made);
    }

    @Override
    public void lend(Target finder, HostPort address) {
        loans.lend(finder, AddressMap.of(finder.endpoint()).reach(address));
        close(finder);
    }

    @Override
    public void shut(Target finder, HostPort address, String database) {
        close(new Door(finder, address, database));
    }

    @Override
    public void close(Target finder) {
        open.keySet().stream()
                .filter(door -> door.finder().equals(finder))
                .toList()
                .forEach(this::close);
    }

    private void close(Door door) {
        PostgresServer server = open.remove(door);
        if (server != null) {
            server.close();
        }
    }

    /** Limits a probe's question on all that are open. */
    void each(Consumer<PostgresServer> what) {
        open.values().forEach(what);
    }

    private PostgresServer made(Door door) {
        HostPort address = AddressMap.of(door.finder().endpoint()).reach(door.address());
        Optional<Target> itself = known.get().stream()
                .filter(target -> target.endpoint().engine() == Engine.POSTGRESQL
                        && target.placement().isBeside(door.finder().placement())
                        && target.endpoint().hosts().equals(List.of(address)))
                .findFirst();
        Target pattern = itself.or(() -> sqlFinder(door.finder(), address)).orElse(door.finder());
        Target target = found(pattern, address, door);
        PostgresServer server = itself.isPresent()
                ? new PostgresServer(target, (one, host) -> passwords.find(pattern, host), routes)
                : new PostgresServer(target, (one, host) -> password(pattern, one, host), routes);
        dress.accept(server);
        return server;
    }

    /**
     * Whose user is one of PostgreSQL's: the finder, or where that is something before the servers, a target on the same
     * host. A pool's administrator need not be one of the servers' roles.
     */
    private Optional<Target> sqlFinder(Target finder, HostPort address) {
        if (finder.endpoint().engine() == Engine.POSTGRESQL) {
            return Optional.of(finder);
        }
        return known.get().stream()
                .filter(target -> target.endpoint().engine() == Engine.POSTGRESQL
                        && target.placement().isBeside(finder.placement())
                        && loans.covers(target, address))
                .findFirst()
                .or(() -> hasSqlUser(finder) ? Optional.of(finder) : Optional.empty());
    }

    private static boolean hasSqlUser(Target target) {
        Engine engine = target.endpoint().engine();
        return engine == Engine.POSTGRESQL || engine == Engine.PGBOUNCER;
    }

    private Target found(Target pattern, HostPort address, Door door) {
        Endpoint own = pattern.endpoint();
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (own.engine() == Engine.POSTGRESQL) {
            parameters.putAll(own.parameters());
            parameters.keySet().removeAll(OF_SEVERAL_HOSTS);
        }
        String user = hasSqlUser(pattern) ? own.user() : usualUser;
        return new Target(
                pattern.endpoint().hosts().equals(List.of(address)) ? pattern.name() : address.toString(),
                new Endpoint(Engine.POSTGRESQL, List.of(address), door.database(), user, parameters),
                pattern.environment(),
                new PasswordSource.Usual(),
                pattern.readOnly() || door.finder().readOnly(),
                pattern.tags(),
                pattern.pool(),
                door.finder().placement().wayOnly());
    }

    private Optional<Secret> password(Target finder, Target found, HostPort host) throws FaultException {
        if (hasSqlUser(finder) && loans.covers(finder, host)) {
            Optional<Secret> own = passwords.find(finder, host);
            if (own.isPresent()) {
                return own;
            }
        }
        return passwords.find(found, host);
    }
}
