package dev.watchkeeper.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.front.Behind;
import dev.watchkeeper.postgres.front.Entry;
import dev.watchkeeper.postgres.front.Front;
import dev.watchkeeper.postgres.front.FrontSight;
import dev.watchkeeper.postgres.front.Route;
import dev.watchkeeper.postgres.front.Use;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Fronts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands before a cluster, where it doesn't say itself to whom it leads. */
class BeforeTheClusterTest {
    private static final HostPort PRIMARY = new HostPort("127.0.0.1", 5432);
    private static final HostPort ALIAS = new HostPort("127.0.0.1", 16500);

    /** A server that answers at another port too. */
    private final Behind server = new Behind(
            PRIMARY.toString(),
            "pg-1",
            Set.of(PRIMARY, ALIAS),
            Set.of("pg-1"),
            new ServerIdentity("7714010797523717704", Instant.EPOCH, PRIMARY.port()),
            true);

    @Test
    void whoAnswersInAServersNameAtAnotherPortIsTheProxysEntry() {
        FrontSight proxy = sight(1, null, NodeRole.PROXY);

        assertThat(LocalEntries.in(List.of(proxy), List.of(server)).getFirst().entries())
                .extracting(Entry::at, Entry::use, Entry::sure)
                .containsExactly(tuple(ALIAS, Use.ANY, false));
    }

    @Test
    void thePortOfAPoolThatIsKnownIsNone() {
        FrontSight proxy = sight(1, null, NodeRole.PROXY);
        FrontSight pool = sight(ALIAS.port(), null, NodeRole.POOL);

        assertThat(LocalEntries.in(List.of(proxy, pool), List.of(server)))
                .allSatisfy(sight -> assertThat(sight.entries()).isEmpty());
    }

    @Test
    void whoLeadsToOthersIsLeftOut() {
        FrontSight ours = sight(1, PRIMARY, NodeRole.PROXY);
        FrontSight others = sight(2, new HostPort("10.0.0.9", 5432), NodeRole.PROXY);
        FrontSight unknown = sight(3, null, NodeRole.PROXY);
        List<Front> fronts = List.of(new Standing(1), new Standing(2), new Standing(3));
        Surroundings surroundings =
                new Surroundings(fronts, Entrance.at(PRIMARY).target());

        assertThat(surroundings.related(List.of(ours, others, unknown), List.of(server), List.of()))
                .containsExactly(ours, unknown);
    }

    private static FrontSight sight(int port, @Nullable HostPort to, NodeRole role) {
        HostPort at = new HostPort("127.0.0.1", port);
        Node node = new Node(
                at.toString(),
                at.toString(),
                at,
                role,
                true,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                "",
                null,
                "",
                role.label(),
                List.of(),
                Severity.NONE,
                List.of());
        Route route = new Route("write", Use.WRITES, to, "a", "up", true, Severity.NONE, List.of());
        return new FrontSight(node, List.of(route), List.of(), List.of());
    }

    private record Standing(int port) implements Front {
        @Override
        public Target target() {
            return Fronts.target(Engine.HAPROXY, new HostPort("127.0.0.1", port), "", Map.of());
        }

        @Override
        public FrontSight look() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Offer> offers() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
