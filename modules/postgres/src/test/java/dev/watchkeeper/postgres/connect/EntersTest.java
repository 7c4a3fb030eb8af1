package dev.watchkeeper.postgres.connect;

import static dev.watchkeeper.postgres.testing.Asks.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.testing.Entrance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console's sessions are on the server. */
@ExtendWith(LabExtension.class)
class EntersTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;

    EntersTest(SharedLabs labs) {
        this.lab = labs.primary();
    }

    @Test
    void entersTheDatabaseThatTheTargetNamesAsTheRoleItNames() throws FaultException {
        try (PostgresServer server = Entrance.to(lab).user("app_rw").open()) {
            String who =
                    "select current_database() || ' ' || session_user || ' ' || current_setting('application_name')";
            assertThat(server.probe(one(who))).isEqualTo("shop app_rw watchkeeper");
            assertThat(server.act(one(who))).isEqualTo("shop app_rw watchkeeper");
        }
    }

    @Test
    void probesCanNotWriteAndActionsCan() throws FaultException {
        String readOnly = "show default_transaction_read_only";
        try (PostgresServer server = Entrance.to(lab).open()) {
            assertThat(server.probe(one(readOnly))).isEqualTo("on");
            assertThat(server.act(one(readOnly))).isEqualTo("off");
        }
    }

    @Test
    void nothingOfAReadOnlyTargetCanWrite() throws FaultException {
        String readOnly = "show default_transaction_read_only";
        try (PostgresServer server = Entrance.to(lab).asReadOnly().open()) {
            assertThat(server.probe(one(readOnly))).isEqualTo("on");
            assertThat(server.look(one(readOnly))).isEqualTo("on");
            assertThat(server.act(one(readOnly))).isEqualTo("on");
        }
    }

    @Test
    void entersThroughAUnixSocket() throws FaultException {
        HostPort socket = new HostPort(lab.socketFolder().toString(), lab.port());
        try (PostgresServer server = Entrance.at(socket)
                .database(lab.database())
                .with("sslmode", "require")
                .open()) {
            assertThat(server.probe(one("select inet_server_addr() is null"))).isIn("t", "true");
        }
    }
}
