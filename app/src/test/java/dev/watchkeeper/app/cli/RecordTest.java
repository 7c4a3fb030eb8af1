package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code record} says. What it keeps is RecordingTest's. */
@ExtendWith(LabExtension.class)
final class RecordTest {
    @TempDir
    Path home;

    private Typed record(String on) {
        return Typed.at(home).run("record", "--on", on, "--every", "1s", "--for", "100ms");
    }

    private Path history() {
        return home.resolve("watchkeeper").resolve("history.db");
    }

    @Test
    void saysWhatItDoesAndWhoElseDoesSo(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        Typed first = record(server.uri());
        assertThat(first.exit()).isEqualTo(Exit.DONE);
        assertThat(first.err()).contains("Recording " + server.uri() + " every 1 s into " + history());
        try (HistoryStore history = SqliteHistory.open(history(), Clock.systemUTC(), warning -> {})) {
            assertThat(history.claim(server.uri(), "the one at night", Duration.ofMinutes(1))
                            .holder())
                    .as("given up by the first")
                    .isEqualTo("the one at night");
            assertThat(record(server.uri()).err()).contains("is recorded by the one at night since");
        }
    }

    @Test
    void aHistoryThatCannotBeOpenedIsSaidOnce(SharedLabs labs) throws Exception {
        Files.createDirectories(history());
        Typed refused = record(labs.primary().uri());
        assertThat(refused.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(refused.err()).containsOnlyOnce("history.db can't be").contains("history: in connections.yaml");
        Typed shown =
                Typed.at(home).run("show", "statements", "--on", labs.primary().uri(), "--since", "1h");
        assertThat(shown.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(shown.err()).containsOnlyOnce("history.db can't be").doesNotContain("no statements were recorded");
    }

    @Test
    void whatIsNotToBeSeenIsSaidOnceWithTheGrant(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        server.execute("drop role if exists short_sighted");
        server.execute("create role short_sighted login");
        try {
            String uri = server.uri().replace("//postgres@", "//short_sighted@");
            String grant = "GRANT pg_read_all_stats TO \"short_sighted\";";
            StringWriter err = new StringWriter();
            Console console = new Console(
                    new PrintWriter(Writer.nullWriter()), new PrintWriter(err), OptionalInt.empty(), Optional.empty());
            Thread recorder =
                    Thread.ofVirtual().start(() -> Typed.at(home).run(console, "record", "--on", uri, "--every", "1s"));
            Patience.until(
                    Duration.ofSeconds(30), "it is said", () -> err.toString().contains(grant));
            recorder.interrupt();
            recorder.join();
            assertThat(err.toString()).containsOnlyOnce(grant);
            Typed json = Typed.at(home)
                    .run("show", "statements", "--on", uri, "--every", "200ms", "--count", "2", "--format", "json");
            assertThat(json.exit()).isEqualTo(Exit.DONE);
            assertThat(json.err()).containsOnlyOnce(grant);
        } finally {
            server.execute("drop role short_sighted");
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(record("haproxy+http://127.0.0.1:1/stats").err()).contains("there is nothing to record of it");
        assertThat(record("no-such").exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(Typed.at(home).run("record", "--on", "x", "--every", "10ms").exit())
                .isEqualTo(Exit.BAD_ARGUMENTS);
    }
}
