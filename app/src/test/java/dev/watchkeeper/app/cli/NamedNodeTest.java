package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which server somebody means, by whatever name the cluster was entered. */
final class NamedNodeTest {
    private final Topology cluster = new Topology(
            List.of(
                    node("localhost:5432", "billing", new HostPort("localhost", 5432)),
                    node("[::1]:5433", "pg-2", new HostPort("::1", 5433)),
                    node("127.0.0.2:5432", "twin", new HostPort("127.0.0.2", 5432)),
                    node("10.0.0.9:5434", "twin", new HostPort("10.0.0.9", 5434)),
                    node("walreceiver@10.0.0.7", "walreceiver", null)),
            List.of(),
            List.of(),
            List.of());

    @Test
    void byIdNameAndAddress() {
        assertThat(meant("localhost:5432")).hasValue("localhost:5432");
        assertThat(meant("pg-2")).hasValue("[::1]:5433");
        assertThat(meant("[::1]:5433")).hasValue("[::1]:5433");
        assertThat(meant("node-2")).as("Patroni's name").hasValue("[::1]:5433");
        assertThat(meant("walreceiver@10.0.0.7")).hasValue("walreceiver@10.0.0.7");
    }

    @Test
    void byAnotherNameOfThisMachine() {
        assertThat(meant("127.0.0.1:5432")).hasValue("localhost:5432");
        assertThat(meant("[::1]:5432")).hasValue("localhost:5432");
        assertThat(meant("127.0.0.1:5433")).hasValue("[::1]:5433");
        assertThat(meant("127.0.0.2:5432")).as("not the same host").hasValue("127.0.0.2:5432");
    }

    @Test
    void nobodyAndNotOneOfTwo() {
        assertThat(meant("twin")).isEmpty();
        assertThat(meant("localhost:5434")).isEmpty();
        assertThat(meant("nobody")).isEmpty();
        assertThat(meant("no.such.host.invalid:5432")).isEmpty();
    }

    private Optional<String> meant(String what) {
        return NamedNode.in(cluster, what).map(Node::id);
    }

    private static Node node(String id, String name, @Nullable HostPort address) {
        return new Node(
                id,
                name,
                address,
                NodeRole.STANDBY,
                address != null,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                "",
                null,
                "",
                "standby",
                List.of(),
                Severity.NONE,
                name.equals("pg-2") ? List.of(new Detail("Patroni", "node-2: replica, running")) : List.of());
    }
}
