package dev.watchkeeper.postgres.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members at addresses that are odd, wrong, or two of one server. */
@ExtendWith(LabExtension.class)
class StrangePlacesTest {
    private static final LabPlan PLAN = LabPlan.primaryOnly(LabPlan.NEWEST)
            .setting("listen_addresses", "127.0.0.1,::1")
            .hba("host all all ::1/128 trust");

    private final PostgresServer lab;

    StrangePlacesTest(SharedLabs labs) {
        this.lab = labs.lab(PLAN).primary();
    }

    @Test
    void aSubscriptionFromOneDatabaseToAnotherOfTheSameServer() throws Exception {
        lab.execute("create database copied");
        lab.execute("create table inside (id int primary key)");
        lab.execute("create publication inside for table inside");
        lab.execute("select pg_create_logical_replication_slot('inside', 'pgoutput')");
        try (Connection copied = lab.connect(lab.user(), "test", "copied");
                Statement statement = copied.createStatement();
                Finder finder = new Finder(Entrance.to(lab))) {
            statement.execute("create table inside (id int primary key)");
            statement.execute("create subscription inside connection 'host=127.0.0.1 port=%d user=%s dbname=%s'"
                            .formatted(lab.port(), lab.user(), lab.database())
                    + " publication inside with (create_slot = false)");
            try {
                Topology seen = finder.until(
                        "it streams",
                        one -> one.links().stream()
                                .anyMatch(link -> link.kind() == LinkKind.LOGICAL
                                        && link.state().equals("streaming")));

                assertThat(seen.nodes())
                        .extracting(Node::role, Node::connected)
                        .containsExactly(tuple(NodeRole.PRIMARY, true));
                assertThat(seen.links())
                        .extracting(Link::from, Link::to, Link::slot)
                        .containsExactly(tuple(lab.host() + ":" + lab.port(), lab.host() + ":" + lab.port(), "inside"));
            } finally {
                statement.execute("drop subscription inside");
            }
        } finally {
            lab.execute("drop publication inside");
            lab.execute("drop table inside");
            lab.execute("drop database copied with (force)");
        }
    }

    @Test
    void whatRepmgrWroteDownIsFollowedWhereverItLeads() throws FaultException, SQLException, IOException {
        int nobody = new FreePorts().next();
        lab.execute("""
                create schema repmgr;
                create table repmgr.nodes (node_id int, upstream_node_id int, active boolean, node_name text, type text,
                    location text, priority int, conninfo text);
                insert into repmgr.nodes values
                    (1, null, true, 'billing-1', 'primary', 'Frankfurt', 100, 'host=127.0.0.1 port=%d password=geheim'),
                    (2, 1, true, 'billing-2', 'standby', 'Paris', 100, 'host=no-such-host.invalid port=5432'),
                    (3, 1, true, 'billing-3', 'standby', 'Paris', 100, 'host=127.0.0.1 port=%d')""".formatted(lab.port(), nobody));
        HostPort six = new HostPort("::1", lab.port());
        try (Finder finder = new Finder(Entrance.at(six).database("shop"))) {
            Topology seen = finder.look();

            assertThat(seen.nodes())
                    .extracting(Node::id, Node::name, Node::connected)
                    .containsExactlyInAnyOrder(
                            tuple("[::1]:" + lab.port(), "billing-1", true),
                            tuple("no-such-host.invalid:5432", "billing-2", false),
                            tuple("127.0.0.1:" + nobody, "billing-3", false));
            assertThat(Finder.node(seen, "billing-2").trouble().orElseThrow().message())
                    .isEqualTo("no host is called no-such-host.invalid");
            assertThat(Finder.alarmed(seen, "billing-3 does not answer")).isTrue();
            assertThat(seen.toString()).doesNotContain("geheim");

            lab.execute("delete from repmgr.nodes where node_id > 1");
        } finally {
            lab.execute("drop schema repmgr cascade");
        }
    }
}
