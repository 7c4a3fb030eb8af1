package dev.watchkeeper.postgres.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.FakeServer;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.Fronts;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Patroni says of itself, against what PostgreSQL says; and APIs that don't say anything. */
@ExtendWith(LabExtension.class)
class PatroniRestTest {
    @Test
    void everyMemberKnowsTheWholeCluster(SharedLabs labs) throws IOException, SQLException, FaultException {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.leader().orElseThrow();
        for (PatroniNode node : lab.nodes()) {
            HostPort api = Fronts.api(node);
            try (PatroniClient client = Fronts.patroni(api)) {
                PatroniView view = client.cluster(api);
                assertThat(view.members()).hasSize(3);
                assertThat(view.leader().orElseThrow().name()).isEqualTo(leader.name());
                assertThat(view.at(new HostPort(node.host(), node.port())))
                        .hasValueSatisfying(member -> assertThat(member.name()).isEqualTo(node.name()));
                assertThat(view.members())
                        .allSatisfy(member -> assertThat(member.runs()).isTrue());
                assertThat(view.members())
                        .filteredOn(member -> !member.role().leads())
                        .allSatisfy(member -> assertThat(member.lagBytes()).isNotNull());
                assertThat(view.paused()).isFalse();
                assertThat(view.scheduled()).isEmpty();
            }
        }
    }

    @Test
    void aMemberKnowsItself(SharedLabs labs) throws IOException, SQLException, FaultException {
        PatroniLab lab = labs.patroni();
        PatroniNode leader = lab.leader().orElseThrow();
        try (PatroniClient client = Fronts.patroni(Fronts.api(leader));
                Connection connection = leader.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select system_identifier::text, current_setting('server_version') from pg_control_system()")) {
            row.next();
            PatroniSelf self = client.self(Fronts.api(leader));
            assertThat(self.role()).isEqualTo(PatroniRole.LEADER);
            assertThat(self.systemIdentifier()).isEqualTo(row.getString(1));
            assertThat(row.getString(2)).startsWith(self.postgresVersion());
            assertThat(self.standbys())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.state()).isEqualTo("streaming"));
            assertThat(client.config(Fronts.api(leader)).maximumLagOnFailover()).isEqualTo(1_048_576);
            assertThat(client.history(Fronts.api(leader))).isNotNull();
        }
    }

    @Test
    void anApiThatHangsEndsWithATimeout() throws IOException, FaultException {
        try (FakeServer silent = FakeServer.silent()) {
            HostPort api = new HostPort("127.0.0.1", silent.port());
            try (PatroniClient client = Fronts.patroni(api)) {
                Fault fault = Faulty.of(() -> client.cluster(api));
                assertThat(fault.kind()).isEqualTo(FaultKind.TIMEOUT);
                assertThat(fault.message()).contains("Patroni at " + api);
            }
        }
    }

    @Test
    void whatIsNoPatroniIsSaidToBeNone(SharedLabs labs) throws FaultException {
        HostPort postgres = new HostPort("127.0.0.1", labs.primary().port());
        try (PatroniClient client = Fronts.patroni(postgres)) {
            assertThat(Faulty.of(() -> client.cluster(postgres)).kind()).isEqualTo(FaultKind.UNREACHABLE);
        }
    }
}
