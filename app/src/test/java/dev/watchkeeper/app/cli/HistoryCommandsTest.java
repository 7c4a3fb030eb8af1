package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
class HistoryCommandsTest {
    @TempDir
    private Path home;

    @Test
    void fromTheFileIntoASharedOneAndOutAgain(SharedLabs labs) throws Exception {
        record("shop", Instant.now().minus(Duration.ofHours(5)), 300);
        Typed info = run("info");
        assertThat(info.exit()).isEqualTo(Exit.DONE);
        assertThat(info.out()).contains("history.db: ", "shop", "300");
        PostgresServer lab = labs.primary();
        lab.execute("drop schema if exists watchkeeper cascade");
        String address = "jdbc:" + lab.uri();
        Typed moved = run("move", "--to", address);
        assertThat(moved.err()).isEqualTo("shop: 300 rows\n");
        assertThat(moved.out()).contains("300 rows copied", "history: jdbc:postgresql://");
        settings("history: " + address + "\n");
        assertThat(run("info", "--format", "json").out())
                .contains("\"place\":\"postgresql://", "\"row_count\":300", "\"target\":\"shop\"");
        Path file = home.resolve("march.db");
        assertThat(run("export", file.toString()).exit()).isEqualTo(Exit.DONE);
        assertThat(run("export", file.toString()).err()).contains("is there already");
        assertThat(run("import", file.toString()).exit()).isEqualTo(Exit.DONE);
        assertThat(run("info", "--format", "csv").out())
                .contains("recorded_from")
                .contains(",300");
        assertThat(run("prune", "--store", file.toString()).out()).contains("300 rows were rolled up");
        assertThat(run("info", "--store", file.toString()).out()).containsPattern(" +[56]  shop");
        lab.execute("drop schema watchkeeper cascade");
    }

    @Test
    void troubleIsSaidWithAnExitCode() throws Exception {
        assertThat(run("info").out()).contains("Nothing is recorded yet.");
        assertThat(run().exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(run("import", home.resolve("none.db").toString()).exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(run("move", "--to", "mysql://h/d").err()).contains("neither");
        assertThat(run("move", "--to", "postgresql://a:hunter2@h/d").err())
                .contains("${VARIABLE}")
                .doesNotContain("hunter2");
        settings("history: postgresql://127.0.0.1:1/none\n");
        Typed unreachable = run("info");
        assertThat(unreachable.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(unreachable.err()).contains("127.0.0.1:1 refuses the connection");
        settings("history: {size: much}\n");
        assertThat(run("info").err()).contains("connections.yaml, line 1, column 17");
    }

    /** Unlike the console's own file, which is set aside when it is damaged. */
    @Test
    void whatSomebodyNamedIsNeverMovedOrMadeIntoAHistory() throws Exception {
        Path notes = Files.writeString(home.resolve("notes.txt"), "not a history at all ".repeat(1000));
        Path empty = Files.writeString(home.resolve("empty.db"), "");
        Path none = home.resolve("none.db");
        List<List<String>> all = List.of(
                List.of("import", notes.toString()),
                List.of("import", empty.toString()),
                List.of("info", "--store", notes.toString()),
                List.of("info", "--store", empty.toString()),
                List.of("info", "--store", none.toString()),
                List.of("prune", "--store", notes.toString()),
                List.of("move", "--to", notes.toString()),
                List.of("export", home.resolve("copy.db").toString(), "--store", notes.toString()));
        for (List<String> one : all) {
            Typed refused = run(one.toArray(String[]::new));
            assertThat(refused.exit()).as("%s", one).isEqualTo(Exit.BAD_ARGUMENTS);
            assertThat(refused.err()).as("%s", one).containsPattern("is no history|there is no history");
        }
        assertThat(notes).content().startsWith("not a history at all").hasSize(21_000);
        assertThat(empty).isEmptyFile();
        assertThat(none).doesNotExist();
        assertThat(home.resolve("copy.db")).doesNotExist();
    }

    private Typed run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("history"));
        all.addAll(List.of(arguments));
        return Typed.at(home).run(all.toArray(String[]::new));
    }

    private void settings(String text) throws Exception {
        Files.writeString(home.resolve("watchkeeper").resolve("connections.yaml"), text);
    }

    private void record(String target, Instant from, int seconds) throws Exception {
        Path file = home.resolve("watchkeeper").resolve("history.db");
        try (HistoryStore history = SqliteHistory.open(file, Clock.systemUTC(), warning -> {})) {
            List<Batch> batches = new ArrayList<>();
            for (int second = 0; second < seconds; second++) {
                batches.add(Batch.of(target)
                        .withPoints(List.of(new Point(Metric.LOCK_WAITERS, "", from.plusSeconds(second), second))));
            }
            history.writeAll(batches);
        }
    }
}
