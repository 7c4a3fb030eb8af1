package dev.watchkeeper.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.keeping.Samples;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a file. */
class SqliteFaultsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    private SqliteHistory open() throws FaultException {
        return SqliteHistory.open(folder.resolve("history.db"), Clock.systemUTC(), warnings::add);
    }

    @Test
    void aConsoleThatIsKilledWhileItWritesLeavesAWholeFile() throws Exception {
        Path file = folder.resolve("history.db");
        Process console = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritesForever.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int promised = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(console.getInputStream(), StandardCharsets.UTF_8))) {
            while (promised < 200) {
                String line = lines.readLine();
                assertThat(line).as("the other console ended").isNotNull();
                promised = Integer.parseInt(line);
            }
            console.destroyForcibly();
        } finally {
            console.destroyForcibly().waitFor();
        }
        try (HistoryStore history = open();
                Connection check = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = check.createStatement();
                var verdict = statement.executeQuery("pragma integrity_check")) {
            assertThat(verdict.getString(1)).isEqualTo("ok");
            assertThat(history.info().targets().getFirst().rows())
                    .as("what was said to be written is there; each batch has two rows")
                    .isGreaterThanOrEqualTo(2L * promised);
        }
        assertThat(warnings).isEmpty();
    }

    /** Not a simulated one: a file system of two megabytes, in a namespace of its own. */
    @Test
    void aDiskThatIsReallyFullLosesNothingThatItSaidWasWritten() throws Exception {
        List<String> alone = SmallDisk.command(folder, 2);
        assumeThat(alone).as("file systems can be mounted here").isNotEmpty();
        List<String> command = new ArrayList<>(alone);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FillsUp.class.getName(),
                folder.toString()));
        Process console = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = console.inputReader()) {
            assertThat(lines.lines().toList())
                    .satisfiesExactly(
                            told -> assertThat(told)
                                    .contains("history.db can't grow: the disk is full", "Free some space"),
                            written -> assertThat(written).isEqualTo("written: true"),
                            lost -> assertThat(lost).isEqualTo("lost: 0"),
                            again -> assertThat(again).isEqualTo("told again: []"));
        } finally {
            console.destroyForcibly().waitFor();
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneBegun() throws Exception {
        Path file = folder.resolve("history.db");
        Files.writeString(file, "this was a history once ".repeat(2000));
        try (HistoryStore history = open()) {
            history.write(Samples.second("shop", NOON, 1, 1));
            assertThat(history.targets()).containsExactly("shop");
        }
        assertThat(warnings).singleElement().asString().contains("was damaged", "history.db.broken-", ".recover");
        assertThat(aside()).hasSize(1);
    }

    @Test
    void damageIsNoticedWheneverItIsMet() throws Exception {
        Path file = folder.resolve("history.db");
        try (HistoryStore history = open()) {
            for (int second = 0; second < 3000; second++) {
                history.write(Samples.second("shop", NOON.plusSeconds(second), second, 3));
            }
        }
        byte[] junk = new byte[8192 * 4];
        Arrays.fill(junk, (byte) 0xA5);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            // in the middle of the rows, not in the head
            channel.position(channel.size() / 8192 / 2 * 8192);
            channel.write(ByteBuffer.wrap(junk));
        }
        Interval all = new Interval(NOON, NOON.plus(Duration.ofHours(1)));
        try (HistoryStore history = open()) {
            history.series("shop", Metric.SESSIONS, all, 100);
            history.activity("shop", ActivityBy.ROLE, all, 100, 3);
            history.write(Samples.second("shop", NOON, 1, 1));
            assertThat(history.series("shop", Metric.SESSIONS, all, 100)).hasSize(1);
        }
        assertThat(warnings).singleElement().asString().contains("was damaged");
        assertThat(aside()).hasSize(1);
    }

    @Test
    void aDamagedFileThatSomebodyNamedStaysWhereItIs() throws Exception {
        Path file = folder.resolve("history.db");
        try (HistoryStore history = open()) {
            for (int second = 0; second < 1000; second++) {
                history.write(Samples.second("shop", NOON.plusSeconds(second), second, 3));
            }
        }
        byte[] junk = new byte[8192];
        Arrays.fill(junk, (byte) 0xA5);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            // the page that tells of the tables, behind the head of the file
            channel.position(100);
            channel.write(ByteBuffer.wrap(junk));
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> SqliteHistory.existing(file, Clock.systemUTC()))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault().kind()).isEqualTo(FaultKind.FAILED);
                    assertThat(e.fault().sentence()).contains("is damaged", ".recover");
                });
        assertThat(Arrays.equals(Files.readAllBytes(file), before)).isTrue();
        assertThat(aside()).isEmpty();
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> one.getFileName().toString().matches("history\\.db\\.broken-[0-9]{8}-[0-9]{6}"))
                    .toList();
        }
    }

    @Test
    void aNewerProgramsFileIsLeftAsItIs() throws Exception {
        open().close();
        change("pragma user_version = 99");
        byte[] before = Files.readAllBytes(folder.resolve("history.db"));
        assertThatThrownBy(this::open).isInstanceOfSatisfying(FaultException.class, e -> {
            assertThat(e.fault().kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(e.fault().sentence()).contains("newer Watchkeeper", "left as it is");
        });
        assertThat(Arrays.equals(Files.readAllBytes(folder.resolve("history.db")), before))
                .isTrue();
    }

    @Test
    void anotherProgramsDatabaseIsNotTouched() throws Exception {
        change("create table bookmarks (url text)");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().sentence()).contains("not a history"));
        assertThat(warnings).isEmpty();
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsTold() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        Path below = folder.resolve("file").resolve("history.db");
        assertThatThrownBy(() -> SqliteHistory.open(below, Clock.systemUTC(), warnings::add))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault().kind()).isEqualTo(FaultKind.DENIED);
                    assertThat(e.fault().sentence()).contains(below.toString(), "history: in connections.yaml");
                });
    }

    @Test
    void everyStatementIsUnderstood() throws Exception {
        try (BreakableHistory history = BreakableHistory.open(folder.resolve("history.db"))) {
            assertThat(history.understood()).hasSizeGreaterThan(60);
        }
    }

    @Test
    void twoConsolesWriteOneFileAtTheSameTime() throws Exception {
        try (HistoryStore one = open();
                HistoryStore other = open()) {
            Thread writer = Thread.ofVirtual().start(() -> writeMinute(other, "billing"));
            writeMinute(one, "shop");
            writer.join();
            assertThat(one.targets()).containsExactly("billing", "shop");
            assertThat(one.info().targets()).allMatch(target -> target.rows() == 120);
            assertThat(one.claim("shop", "one", Duration.ofMinutes(1)).holder()).isEqualTo("one");
            assertThat(other.claim("shop", "other", Duration.ofMinutes(1)).holder())
                    .isEqualTo("one");
        }
        assertThat(warnings).isEmpty();
    }

    private static void writeMinute(HistoryStore history, String target) {
        try {
            for (int second = 0; second < 60; second++) {
                history.write(Samples.second(target, NOON.plusSeconds(second), 1, 1));
            }
        } catch (FaultException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStoreThatIsTooLargeLosesItsOldest() throws Exception {
        try (HistoryStore history = open()) {
            for (int hour = 0; hour < 40; hour++) {
                Instant at = NOON.plus(Duration.ofHours(hour));
                for (int second = 0; second < 60; second++) {
                    history.write(Samples.second("shop" + hour % 3, at.plusSeconds(second), second, 1));
                }
                history.write(Batch.of("shop")
                        .withWorkload(Samples.workload(at, at.plusSeconds(60), 100, new Random(hour)), Map.of()));
            }
            Instant now = NOON.plus(Duration.ofHours(40));
            Retention large = new Retention(Duration.ofDays(9), Duration.ofDays(9), Duration.ofDays(9), 1L << 30);
            history.prune(large, now);
            long before = Files.size(folder.resolve("history.db"));
            history.prune(new Retention(large.fine(), large.minutes(), large.hours(), before / 2), now);
            assertThat(Files.size(folder.resolve("history.db"))).isLessThanOrEqualTo(before / 2 + 16 * 8192);
            Interval known = history.extent("shop").orElseThrow();
            assertThat(known.from()).isAfter(NOON.plus(Duration.ofHours(2)));
            assertThat(known.to()).isAfter(now.minus(Duration.ofHours(2)));
        }
    }
}
