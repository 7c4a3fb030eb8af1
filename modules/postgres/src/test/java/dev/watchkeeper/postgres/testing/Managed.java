package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.postgres.cluster.Estate;
import dev.watchkeeper.postgres.cluster.SurroundedCluster;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A cluster with what stands around it, looked at from one target and its company, without passwords. */
public final class Managed implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final Optional<PostgresServer> server;
    private final SurroundedCluster cluster;

    private Managed(Optional<PostgresServer> server, SurroundedCluster cluster) {
        this.server = server;
        this.cluster = cluster;
    }

    /** From a PostgreSQL server. */
    public static Managed at(Entrance entrance, Target... company) {
        PostgresServer server = entrance.open();
        server.probeTimeout(Duration.ofSeconds(2));
        return new Managed(Optional.of(server), estate(entrance.target(), Optional.of(server), company));
    }

    /** From what stands around it. */
    public static Managed from(Target target, Target... company) {
        return new Managed(Optional.empty(), estate(target, Optional.empty(), company));
    }

    private static SurroundedCluster estate(Target target, Optional<PostgresServer> server, Target... company) {
        return new Estate(
                        target, List.of(company), server, new OpenDoors(), List.of(), Passwords.none(), Routes.direct())
                .cluster();
    }

    public SurroundedCluster cluster() {
        return cluster;
    }

    public Topology look() throws FaultException {
        return cluster.probe().read().value();
    }

    public Preflight preflight(String name) throws FaultException {
        return cluster.preflights().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Refreshes until it is so; fails with the last picture if it never is. */
    public Topology until(String what, Predicate<Topology> condition) throws IOException, SQLException {
        Topology[] last = {Topology.EMPTY};
        try {
            Patience.until(LIMIT, what, () -> {
                try {
                    last[0] = look();
                    return condition.test(last[0]);
                } catch (FaultException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            throw new IOException(e.getMessage() + ": " + last[0], e);
        }
        return last[0];
    }

    @Override
    public void close() {
        cluster.close();
        server.ifPresent(PostgresServer::close);
    }
}
