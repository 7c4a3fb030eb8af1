package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.postgres.cluster.Estate;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.discovery.Known;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The PostgreSQL targets, and those around them. Thread-safe. */
final class PostgresServers {
    private final Passwords passwords;
    private final Routes routes;
    private final FoundServers found;
    private final Supplier<List<Target>> saved;
    private final List<Target> named = new CopyOnWriteArrayList<>();
    private final Map<Target, PostgresServer> open = new ConcurrentHashMap<>();
    private volatile Optional<Duration> probeTimeout = Optional.empty();

    /**
     * @param routes how one gets to where a target stands
     * @param saved targets; may be asked at any time
     * @param usualUser as whom to enter where nobody named a role
     */
    PostgresServers(Passwords passwords, Routes routes, Supplier<List<Target>> saved, String usualUser) {
        this.passwords = passwords;
        this.routes = routes;
        this.saved = saved;
        this.found = new FoundServers(passwords, routes, this::targets, this::dress, usualUser);
    }

    static boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    PostgresServer open(Target target) {
        return open.computeIfAbsent(target, one -> {
            PostgresServer server = new PostgresServer(one, passwords, routes);
            dress(server);
            return server;
        });
    }

    /** From any PostgreSQL server, or from what stands before one. */
    Cluster cluster(Target target, List<Target> company) {
        named.add(target);
        named.addAll(company);
        Optional<PostgresServer> own = suits(target) ? Optional.of(open(target)) : Optional.empty();
        List<Known> known = targets().stream()
                .filter(one -> suits(one) && one.placement().isBeside(target.placement()))
                .flatMap(one -> one.endpoint().hosts().stream().map(host -> new Known(calledSo(one), host)))
                .toList();
        return new Estate(target, company, own, found, known, passwords, routes).cluster();
    }

    /** A target that was given by its address has no name to show; other names say more. */
    private static String calledSo(Target target) {
        return target.name().contains("=") || target.name().contains("://") ? "" : target.name();
    }

    private List<Target> targets() {
        return Stream.concat(named.stream(), saved.get().stream()).distinct().toList();
    }

    private void dress(PostgresServer server) {
        probeTimeout.ifPresent(server::probeTimeout);
    }

    void probeTimeout(Duration timeout) {
        probeTimeout = Optional.of(timeout);
        open.values().forEach(server -> server.probeTimeout(timeout));
        found.each(server -> server.probeTimeout(timeout));
    }

    void forget(Target target) {
        named.remove(target);
        PostgresServer server = open.remove(target);
        if (server != null) {
            server.close();
        }
    }

    void close() {
        open.keySet().forEach(this::forget);
    }
}
