package dev.watchkeeper.postgres.cluster;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.front.Front;
import dev.watchkeeper.postgres.front.UnusableFront;
import dev.watchkeeper.postgres.haproxy.Haproxy;
import dev.watchkeeper.postgres.patroni.PatroniFinder;
import dev.watchkeeper.postgres.pgbouncer.PgBouncer;
import dev.watchkeeper.postgres.replication.Doors;
import dev.watchkeeper.postgres.replication.PostgresCluster;
import dev.watchkeeper.postgres.replication.discovery.Ground;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import dev.watchkeeper.postgres.replication.discovery.Known;
import dev.watchkeeper.postgres.switchover.Switchovers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cluster is looked at from: a server of it, or what stands around it, with the others that were named.
 *
 * @param target from which it is looked at; of any engine that has to do with PostgreSQL
 * @param company that was named with it
 * @param server the target's own connections, where it is a PostgreSQL server; empty otherwise
 * @param saved servers that may belong to it
 * @param routes how one gets to where a target stands
 */
public record Estate(
        Target target,
        List<Target> company,
        Optional<PostgresServer> server,
        Doors doors,
        List<Known> saved,
        Passwords passwords,
        Routes routes) {
    public Estate {
        company = List.copyOf(company);
        saved = List.copyOf(saved);
    }

    /** The whole as one cluster. It connects when it is first asked. */
    public SurroundedCluster cluster() {
        PatroniFinder patroni = new PatroniFinder(target, of(Engine.PATRONI), passwords, routes);
        List<Front> fronts = Stream.of(Engine.HAPROXY, Engine.PGBOUNCER)
                .flatMap(engine -> of(engine).stream())
                .map(this::front)
                .toList();
        boolean first = isFront(target);
        Hints hints = first
                ? new FrontHints(
                        fronts.stream()
                                .filter(one -> one.target().equals(target))
                                .toList(),
                        patroni)
                : patroni;
        Ground ground = new Ground(target, server, doors, saved, hints);
        PostgresCluster servers = new PostgresCluster(ground, cluster -> new Switchovers(cluster, patroni, target));
        return new SurroundedCluster(
                servers,
                patroni,
                new Surroundings(fronts, target),
                (entry, database) ->
                        doors.door(target, entry, database(database)).plain());
    }

    private static boolean isFront(Target one) {
        Engine engine = one.endpoint().engine();
        return engine == Engine.HAPROXY || engine == Engine.PGBOUNCER;
    }

    private List<Target> of(Engine engine) {
        return Stream.concat(Stream.of(target), company.stream())
                .filter(one -> one.endpoint().engine() == engine)
                .distinct()
                .toList();
    }

    private Front front(Target one) {
        try {
            return one.endpoint().engine() == Engine.HAPROXY
                    ? new Haproxy(one, passwords, routes)
                    : new PgBouncer(one, passwords, routes);
        } catch (FaultException e) {
            return new UnusableFront(one, e.fault());
        }
    }

    private String database(String named) {
        Endpoint endpoint = target.endpoint();
        if (!named.isEmpty()) {
            return named;
        }
        return endpoint.engine() == Engine.POSTGRESQL ? endpoint.database() : "postgres";
    }
}
