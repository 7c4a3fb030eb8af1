package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

@ExtendWith(LabExtension.class)
final class ActionsTest {
    private static final LabPlan TWO_PHASE =
            LabPlan.primaryOnly(LabPlan.NEWEST).setting("max_prepared_transactions", "10");

    @TempDir
    Path home;

    @Test
    void terminateSaysWhoGetsFreeAndFreesThem(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).rowQueue(3).stage()) {
            String pid = Integer.toString(queue.holders().getFirst());
            String[] dry = {"terminate", pid, "--on", server.uri(), "--dry-run"};
            Typed preview = Typed.at(home).run(dry);
            assertThat(preview.exit()).isEqualTo(Exit.DONE);
            assertThat(preview.out())
                    .contains("terminates pid " + pid)
                    .contains("3 sessions get free")
                    .contains("pg_terminate_backend")
                    .contains("nothing was done");
            assertThat(queue.stands()).isTrue();
            Typed done = Typed.at(home).run("terminate", pid, "--on", server.uri(), "--yes");
            assertThat(done.out()).contains("gone after");
            assertThat(done.exit()).isEqualTo(Exit.DONE);
            Typed audit = Typed.at(home).run("audit", "--format", "json");
            assertThat(audit.lines()).hasSize(1);
            assertThat(audit.out()).contains("\"result\":\"done\"").contains("\"who\":\"tester\"");
        }
    }

    @Test
    void withoutATerminalItWantsYes(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Connection other = server.connect()) {
            String pid = pidOf(other);
            Typed typed = Typed.at(home).run("terminate", pid, "--on", server.uri());
            assertThat(typed.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
            assertThat(typed.err()).contains("--yes");
            Typed no = Typed.at(home).answering("n").run("terminate", pid, "--on", server.uri());
            assertThat(no.exit()).isEqualTo(Exit.FAILED);
            assertThat(other.isValid(5)).isTrue();
            Typed yes = Typed.at(home).answering("y").run("terminate", pid, "--on", server.uri());
            assertThat(yes.exit()).isEqualTo(Exit.DONE);
            assertThat(other.isValid(5)).isFalse();
        }
    }

    @Test
    void aPidThatIsNotThere(SharedLabs labs) {
        Typed typed = Typed.at(home)
                .run("terminate", "4194305", "--on", labs.primary().uri(), "--yes");
        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        assertThat(typed.err()).contains("no session with pid 4194305");
    }

    @Test
    void aReadOnlyTargetRefusesAndTheAuditLogSaysSo(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(
                home.resolve("watchkeeper").resolve("connections.yaml"),
                "connections:\n  - name: quiet\n    url: " + server.uri() + "\n    read_only: true\n");
        try (Connection other = server.connect()) {
            Typed typed = Typed.at(home).run("terminate", pidOf(other), "--on", "quiet", "--yes");
            assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
            assertThat(typed.err()).contains("read-only");
            assertThat(other.isValid(5)).isTrue();
        }
        assertThat(Typed.at(home).run("audit", "--format", "json").out()).contains("\"result\":\"refused\"");
    }

    @Test
    void rollsBackAPreparedTransactionWhateverItsName(SharedLabs labs) throws Exception {
        PostgresServer server = labs.lab(TWO_PHASE).primary();
        String gid = "o'brien \\ \"x\"\nsecond {line}? :gid $1";
        prepare(server, gid);
        Typed production = Typed.at(production(server)).answering("y").run("rollback-prepared", gid, "--on", "shop");
        assertThat(production.exit()).as("asks for the name").isEqualTo(Exit.FAILED);
        Typed dry = Typed.at(home).run("rollback-prepared", gid, "--on", server.uri(), "--dry-run");
        assertThat(dry.exit()).isEqualTo(Exit.DONE);
        assertThat(dry.out()).contains("rollback prepared").contains("o''brien");
        Typed done = Typed.at(home).answering("shop").run("rollback-prepared", gid, "--on", "shop");
        assertThat(done.out() + done.err()).contains("rolled back after");
        assertThat(done.exit()).isEqualTo(Exit.DONE);
        Typed again = Typed.at(home).run("rollback-prepared", gid, "--on", server.uri(), "--yes");
        assertThat(again.exit()).isEqualTo(Exit.FAILED);
        assertThat(again.err()).contains("no prepared transaction");
    }

    private Path production(PostgresServer server) throws IOException {
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(
                home.resolve("watchkeeper").resolve("connections.yaml"),
                "connections:\n  - name: shop\n    url: " + server.uri() + "\n    environment: production\n");
        return home;
    }

    private static void prepare(PostgresServer server, String gid) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setEscapeProcessing(false);
            statement.execute("create table prepared_here (i int)");
            statement.execute("prepare transaction '" + gid.replace("'", "''") + "'");
        }
    }

    private static String pidOf(Connection connection) throws SQLException {
        return Integer.toString(connection.unwrap(PGConnection.class).getBackendPID());
    }
}
