package dev.watchkeeper.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.process.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However a console ends, its servers end with it. */
class NothingSurvivesTest {
    @Test
    void whenTheConsoleIsKilled() throws IOException, SQLException {
        Process console = fork();
        try {
            Path folder = Path.of(firstLine(console));
            List<Long> servers = servers(folder);
            assertThat(servers).hasSize(10).allMatch(NothingSurvivesTest::isAlive);

            console.destroyForcibly();

            expectNothing(folder, servers);
        } finally {
            console.destroyForcibly();
        }
    }

    @Test
    void whenTheConsoleEndsWithoutClosingTheLab() throws IOException, SQLException {
        Process console = fork();
        try {
            Path folder = Path.of(firstLine(console));
            List<Long> servers = servers(folder);

            console.getOutputStream().close();

            expectNothing(folder, servers);
        } finally {
            console.destroyForcibly();
        }
    }

    private static void expectNothing(Path folder, List<Long> servers) throws IOException, SQLException {
        Patience.until(
                Duration.ofSeconds(60),
                "all servers have ended",
                () -> servers.stream().noneMatch(NothingSurvivesTest::isAlive));
        Patience.until(Duration.ofSeconds(60), "the folder is gone", () -> !Files.exists(folder));
    }

    private static Process fork() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedLab.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process console) throws IOException {
        BufferedReader lines = console.inputReader();
        String line = lines.readLine();
        assertThat(line).isNotNull();
        return line;
    }

    private static List<Long> servers(Path folder) throws IOException {
        List<Long> pids = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("pids"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                pids.add(Long.parseLong(Files.readString(file).strip()));
            }
        }
        return pids;
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
