package dev.watchkeeper.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.GuardedLab;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several hosts, of which one will do. */
@ExtendWith(LabExtension.class)
class HostsTest {
    private final SharedLabs labs;
    private final HostPort nobody;

    HostsTest(SharedLabs labs) throws IOException {
        this.labs = labs;
        this.nobody = new HostPort("127.0.0.1", new FreePorts().next());
    }

    @ParameterizedTest
    @CsvSource({
        "any, standby, standby primary",
        "any, primary, nobody primary standby",
        "primary, primary, standby primary",
        "read-write, primary, nobody standby primary",
        "standby, standby, primary standby",
        "read-only, standby, primary standby",
        "prefer-standby, standby, primary standby",
        "prefer-standby, primary, nobody primary"
    })
    void theFirstThatFitsIsTaken(String attrs, String expected, String hosts) throws FaultException {
        try (PostgresServer server =
                at(hosts).with("target_session_attrs", attrs).open()) {
            assertThat(server.probe(Connected::host)).isEqualTo(host(expected));
            assertThat(server.act(Connected::host)).isEqualTo(host(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"primary, standby", "read-write, standby", "standby, primary", "read-only, primary"})
    void noneFits(String attrs, String only) {
        Fault fault = refusal(at(only).with("target_session_attrs", attrs));

        assertThat(fault.kind()).isEqualTo(FaultKind.UNREACHABLE);
        assertThat(fault.message()).contains(host(only).toString(), "target_session_attrs=" + attrs);
    }

    @Test
    void aPrimaryWhoseSessionsOnlyReadIsNoReadWriteServer() throws SQLException, IOException, FaultException {
        Entrance reader = Entrance.to(GuardedLab.start(labs)).user("reads_only");

        assertThat(refusal(reader.with("target_session_attrs", "read-write")).kind())
                .isEqualTo(FaultKind.UNREACHABLE);
        try (PostgresServer server =
                reader.with("target_session_attrs", "read-only").open()) {
            assertThat(server.probe(Connected::host)).isNotNull();
        }
    }

    @Test
    void whatIsWrongWithEachHostIsSaid() throws SQLException, IOException {
        var guarded = GuardedLab.start(labs);
        HostPort strict = new HostPort(guarded.host(), guarded.port());
        Fault fault = refusal(Entrance.to(guarded).user("scram").hosts(nobody, strict));

        assertThat(fault.message()).contains(nobody + " refuses the connection", strict + " wants a password");
        assertThat(fault.advice()).contains(".pgpass");
    }

    @Test
    void eachHostHasItsOwnPassword() throws SQLException, IOException, FaultException {
        var guarded = GuardedLab.start(labs);
        HostPort strict = new HostPort(guarded.host(), guarded.port());
        Map<HostPort, Secret> known = Map.of(nobody, new Secret("another"), strict, new Secret(GuardedLab.PASSWORD));
        Passwords passwords = (target, host) -> Optional.ofNullable(known.get(host));

        try (PostgresServer server = new PostgresServer(
                Entrance.to(guarded).user("scram").hosts(nobody, strict).target(), passwords)) {
            assertThat(server.probe(Connected::host)).isEqualTo(strict);
        }
    }

    private static Fault refusal(Entrance entrance) {
        try (PostgresServer server = entrance.open()) {
            return Faulty.of(() -> server.probe(Connected::host));
        }
    }

    private Entrance at(String hosts) {
        return Entrance.to(labs.topology().primary())
                .hosts(Arrays.stream(hosts.split(" ", -1)).map(this::host).toArray(HostPort[]::new));
    }

    private HostPort host(String name) {
        Lab lab = labs.topology();
        return switch (name) {
            case "primary" -> new HostPort(lab.primary().host(), lab.primary().port());
            case "standby" -> {
                var standby = lab.server(MemberRole.ASYNCHRONOUS_STANDBY);
                yield new HostPort(standby.host(), standby.port());
            }
            default -> nobody;
        };
    }
}
