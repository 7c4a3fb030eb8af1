package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
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

/**
 * Servers that discovery came upon, entered as the finder enters its own. The finder's password goes to other ports of its
 * own host, where it is known anyway, and to other hosts only when somebody lent it. Thread-safe.
 */
final class FoundServers implements Doors {
    /** Lead to one host on purpose, not to the one that is the primary at the moment. */
    private static final Set<String> OF_SEVERAL_HOSTS = Set.of("target_session_attrs", "load_balance_hosts");

    private record Door(Target finder, HostPort address, String database) {}

    private record Loan(Target finder, HostPort address) {}

    private final Passwords passwords;
    private final Consumer<PostgresServer> dress;
    private final Map<Door, PostgresServer> open = new ConcurrentHashMap<>();
    private final Set<Loan> loans = ConcurrentHashMap.newKeySet();

    /**
     * @param passwords of every target
     * @param dress gives a new server the console's own time limits
     */
    FoundServers(Passwords passwords, Consumer<PostgresServer> dress) {
        this.passwords = passwords;
        this.dress = dress;
    }

    @Override
    public PostgresServer door(Target finder, HostPort address, String database) {
        return open.computeIfAbsent(new Door(finder, address, database), this::made);
    }

    @Override
    public void lend(Target finder, HostPort address) {
        loans.add(new Loan(finder, address));
    }

    @Override
    public void close(Target finder) {
        open.keySet().stream()
                .filter(door -> door.finder().equals(finder))
                .toList()
                .forEach(door -> {
                    PostgresServer server = open.remove(door);
                    if (server != null) {
                        server.close();
                    }
                });
    }

    /** Limits a probe's question on all that are open. */
    void each(Consumer<PostgresServer> what) {
        open.values().forEach(what);
    }

    private PostgresServer made(Door door) {
        Target finder = door.finder();
        Endpoint own = finder.endpoint();
        SequencedMap<String, String> parameters = new LinkedHashMap<>(own.parameters());
        if (own.engine() != Engine.POSTGRESQL) {
            parameters.clear();
        }
        parameters.keySet().removeAll(OF_SEVERAL_HOSTS);
        Endpoint endpoint =
                new Endpoint(Engine.POSTGRESQL, List.of(door.address()), door.database(), own.user(), parameters);
        Target target = new Target(
                door.address().toString(),
                endpoint,
                finder.environment(),
                new PasswordSource.Usual(),
                finder.readOnly(),
                finder.tags(),
                finder.pool());
        PostgresServer server = new PostgresServer(target, (found, host) -> password(finder, found, host));
        dress.accept(server);
        return server;
    }

    private Optional<Secret> password(Target finder, Target found, HostPort host) throws FaultException {
        boolean known =
                finder.endpoint().hosts().stream().anyMatch(one -> one.host().equals(host.host()));
        if (known || loans.contains(new Loan(finder, host))) {
            Optional<Secret> own = passwords.find(finder, host);
            if (own.isPresent()) {
                return own;
            }
        }
        return passwords.find(found, host);
    }
}
