package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ShowFaultsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LabPlan WITH_PASSWORD =
            LabPlan.primaryOnly(LabPlan.NEWEST).hba("host all guarded 127.0.0.1/32 scram-sha-256");

    @TempDir
    Path home;

    @Test
    void wrongPasswordIsDeniedAndNotTriedAtEachTick(SharedLabs labs) throws Exception {
        PostgresServer server = labs.lab(WITH_PASSWORD).primary();
        server.execute("drop role if exists guarded; create role guarded login password 'right'");
        String on = "postgresql://guarded:sesame@127.0.0.1:" + server.port() + "/shop";
        String log = Files.readString(server.logFile());
        Typed typed =
                Typed.at(home).run("show", "locks", "--on", on, "--format", "json", "--every", "100ms", "--count", "5");
        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.lines()).hasSize(5).allMatch(line -> line.contains("\"kind\":\"denied\""));
        assertThat(typed.out() + typed.err()).doesNotContain("sesame");
        String since = Files.readString(server.logFile()).substring(log.length());
        assertThat(since.lines().filter(line -> line.contains("password authentication failed")))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void passwordComesFromPgpass(SharedLabs labs) throws Exception {
        PostgresServer server = labs.lab(WITH_PASSWORD).primary();
        server.execute("drop role if exists guarded; create role guarded login password 'right'");
        Path pgpass = Files.writeString(home.resolve(".pgpass"), "127.0.0.1:*:*:guarded:right\n");
        assertThat(pgpass.toFile().setReadable(false, false)).isTrue();
        assertThat(pgpass.toFile().setReadable(true, true)).isTrue();
        assertThat(pgpass.toFile().setWritable(false, false)).isTrue();
        Typed typed = Typed.at(home)
                .run(
                        "show",
                        "locks",
                        "--on",
                        "host=127.0.0.1 user=guarded dbname=" + server.database() + " port=" + server.port());
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void unknownHostIsUnreachable() throws IOException {
        Typed typed = Typed.at(home).run("show", "sessions", "--on", "postgresql://x@no-such-host.invalid/x");
        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.err()).contains("no-such-host.invalid");
    }

    @Test
    void unknownNameTellsWhatIsSaved() throws IOException {
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(
                home.resolve("watchkeeper").resolve("connections.yaml"),
                "connections:\n  - name: billing\n    url: postgresql://dba@pg/billing\n");
        Typed typed = Typed.at(home).run("show", "locks", "--on", "biling");
        assertThat(typed.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(typed.err()).contains("biling").contains("Did you mean billing?");
    }

    @Test
    void argumentsThatMakeNoSense() {
        for (String[] arguments : new String[][] {
            {"show"},
            {"show", "locks"},
            {"show", "lock", "--on", "x"},
            {"show", "locks", "--on", "x", "--format", "xml"},
            {"show", "locks", "--on", "x", "--every", "soon"},
            {"show", "locks", "--on", "x", "--count", "2"},
            {"show", "locks", "--on", "postgresql://h/x?sslmod=require"},
            {"nonsense"},
            {"sql", "locks", "--server-version", "new"},
            {"sql", "locks", "--server-version", "9.6.24"},
            {"lab", "start", "--pg", "9"}
        }) {
            Typed typed = Typed.at(home).run(arguments);
            assertThat(typed.exit()).as(String.join(" ", arguments)).isEqualTo(Exit.BAD_ARGUMENTS);
            assertThat(typed.err()).as(String.join(" ", arguments)).startsWith("watchkeeper: ");
            assertThat(typed.out()).isEmpty();
        }
    }

    /** The server is killed after the second tick and comes back after the first failed one. */
    @Test
    void goesOnThroughACrash() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(16))) {
            PostgresServer server = lab.primary();
            Director director = new Director(server);
            StringWriter err = new StringWriter();
            Console console =
                    new Console(new PrintWriter(director), new PrintWriter(err), OptionalInt.empty(), Optional.empty());
            String[] typed = {"show", "sessions", "--on", server.uri(), "--format", "json", "--every", "250ms"};
            int exit = Typed.at(home).run(console, typed);
            assertThat(director.good).hasSizeGreaterThanOrEqualTo(3);
            assertThat(director.bad).isNotEmpty().allMatch(tick -> tick.has("error"));
            assertThat(exit).isEqualTo(Exit.DONE);
            assertThat(err.toString().lines().filter(line -> line.contains("well again")))
                    .hasSize(1);
        }
    }

    /** Reads along as the next program would, and ends the command by closing its end when the server is back. */
    private static final class Director extends Writer {
        private final PostgresServer server;
        private final StringBuilder line = new StringBuilder();
        private final List<JsonNode> good = new ArrayList<>();
        private final List<JsonNode> bad = new ArrayList<>();
        private boolean closed;

        private Director(PostgresServer server) {
            this.server = server;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            if (closed) {
                throw new IOException("nobody reads any more");
            }
            line.append(chars, from, length);
            int end = line.indexOf("\n");
            while (end >= 0) {
                JsonNode tick = JSON.readTree(line.substring(0, end));
                line.delete(0, end + 1);
                take(tick);
                end = line.indexOf("\n");
            }
        }

        private void take(JsonNode tick) throws IOException {
            try {
                if (tick.has("error")) {
                    bad.add(tick);
                    if (bad.size() == 1) {
                        server.start();
                    }
                } else {
                    good.add(tick);
                    if (good.size() == 2) {
                        server.kill();
                    }
                    closed = !bad.isEmpty();
                }
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void flush() {
            // what is written is taken at once
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
