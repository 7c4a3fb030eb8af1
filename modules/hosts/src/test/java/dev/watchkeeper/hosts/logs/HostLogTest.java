package dev.watchkeeper.hosts.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.log.LogReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is what is read, once and in order, whatever becomes of the files. */
class HostLogTest {
    private static final long ALL = 1 << 20;

    @TempDir
    private Path folder;

    private final KeptLog kept = new KeptLog();

    @Test
    void nothingIsLostWhenFilesAreRenamedEmptiedAndReplaced() throws Exception {
        Path home = Files.createDirectory(folder.resolve("it's a \"dir\"; \n*$(touch gone)"));
        Path log = home.resolve("-re dis;\n'\"[a]*.log");
        HostLog source = new HostLog(new LocalHost(), redis(log));
        Path older = log.resolveSibling(log.getFileName() + ".1");
        append(older, "oldest\n");
        older(older);
        append(log, "first\n");
        assertThat(source.read(3, ALL, kept).place().path()).isEqualTo(log.toString());
        assertThat(kept.text()).isEqualTo("st\n");
        assertThat(kept.whole()).isFalse();

        source.restart();
        source.read(ALL, ALL, kept);
        assertThat(kept.text()).as("the one before too").isEqualTo("oldest\nfirst\n");
        assertThat(kept.whole()).isTrue();
        assertThat(kept.begins()).isEqualTo(2);

        append(log, "second\n");
        Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
        append(older, "written after it was renamed\n");
        append(log, "in the new one\n");
        LogReading some = source.read(ALL, 10, kept);
        assertThat(some.complete()).isFalse();
        assertThat(source.read(ALL, ALL, kept).complete()).isTrue();
        Files.writeString(log, "");
        append(log, "emptied\n");
        source.read(ALL, ALL, kept);
        Files.move(log, home.resolve("elsewhere"));
        append(log, "another\n");
        source.read(ALL, ALL, kept);
        source.read(ALL, ALL, kept);
        assertThat(kept.text())
                .isEqualTo("oldest\nfirst\nsecond\nwritten after it was renamed\nin the new one\nemptied\nanother\n");
        assertThat(kept.begins()).as("it goes on all the time").isEqualTo(2);
        try (var files = Files.list(folder)) {
            assertThat(files).as("no name was taken for a command").containsExactly(home);
        }
    }

    @Test
    void aCollectorsFilesAreOneLog() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path logs = Files.createDirectory(data.resolve("log"));
        append(logs.resolve("z.json"), "{1}\n");
        append(logs.resolve("b.log"), "text\n");
        HostLog source = new HostLog(new LocalHost(), postgres(data, Map.of()));
        FaultException none = Assertions.catchThrowableOfType(FaultException.class, () -> source.read(ALL, ALL, kept));
        assertThat(none.fault().kind()).isEqualTo(FaultKind.UNSUPPORTED);
        append(data.resolve("current_logfiles"), "stderr log/b.log\njsonlog log/z.json\n");
        assertThat(source.read(ALL, ALL, kept).place().format()).isEqualTo("jsonlog");
        append(logs.resolve("z.json"), "{2}\n");
        append(logs.resolve("a.json"), "{3}\n");
        older(logs.resolve("z.json"));
        append(logs.resolve("m n.json"), "{4}\n");
        Files.writeString(data.resolve("current_logfiles"), "stderr log/b.log\njsonlog log/m n.json\n");
        source.read(ALL, ALL, kept);
        assertThat(kept.text()).isEqualTo("{1}\n{2}\n{3}\n{4}\n");
    }

    @Test
    void whereItIsTheServerMaySayInstead() throws Exception {
        Path logs = Files.createDirectory(folder.resolve("log s"));
        append(logs.resolve("pg.csv"), "1,2\n");
        HostLog source = new HostLog(
                new LocalHost(),
                postgres(
                        folder.resolve("closed"),
                        Map.of("csvlog", logs.resolve("pg.csv").toString())));
        assertThat(source.read(ALL, ALL, kept).place().words()).isEqualTo(logs.resolve("pg.csv") + " on local");
        assertThat(kept.text()).isEqualTo("1,2\n");
    }

    /** A number may belong to another process by now. */
    @Test
    void theOutputOfAnotherProcessIsNoLog() throws Exception {
        Path log = folder.resolve("redis out");
        Process process =
                new ProcessBuilder("sleep", "600").redirectOutput(log.toFile()).start();
        try {
            HostLog stranger =
                    new HostLog(new LocalHost(), new RedisLog(() -> new RedisLog.Clues("", "/", process.pid())));
            Fault fault = Assertions.catchThrowableOfType(FaultException.class, () -> stranger.read(ALL, ALL, kept))
                    .fault();
            assertThat(fault.kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(fault.advice()).contains("logfile");
        } finally {
            process.destroy();
        }
    }

    private static LogFinder redis(Path log) {
        return new RedisLog(
                () -> new RedisLog.Clues(String.valueOf(log.getFileName()), String.valueOf(log.getParent()), 0));
    }

    private static LogFinder postgres(Path data, Map<String, String> current) {
        return new PostgresLog(() -> new PostgresLog.Clues(Optional.of(data.toString()), 0, current));
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(
                file,
                List.of(text.strip()),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Files made within one tick of the clock have no order. */
    private static void older(Path file) throws IOException {
        var time = Files.getLastModifiedTime(file).toMillis();
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(time - 1000));
    }
}
