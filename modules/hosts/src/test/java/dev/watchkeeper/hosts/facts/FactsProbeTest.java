package dev.watchkeeper.hosts.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What this machine tells of itself, held against what Java and PostgreSQL say. */
@ExtendWith(LabExtension.class)
class FactsProbeTest {
    private static HostFacts read(List<String> folders, OptionalInt backend) throws FaultException {
        return new FactsProbe(new LocalHost(), Clock.systemUTC())
                .read(new FactsProbe.Wanted(folders, List.of(), List.of("sh"), backend));
    }

    @Test
    void tellsOfDisksWhateverFoldersAreCalled(@TempDir Path folder) throws IOException, FaultException {
        Path odd = Files.createDirectory(folder.resolve("it's a\nfolder; 'x'"));
        HostFacts facts = read(List.of("/", "/nowhere", odd.toString()), OptionalInt.empty());
        assertThat(facts.disks()).extracting(HostFacts.Disk::folder).containsExactly("/", odd.toString());
        long size = Files.getFileStore(odd).getTotalSpace();
        assertThat(facts.disks().getLast().sizeBytes()).isEqualTo(size);
        assertThat(facts.disks().getLast().freeBytes()).isBetween(0L, size);
        assertThat(facts.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(facts.ahead().abs()).isLessThan(Duration.ofSeconds(2));
        assertThat(facts.load().orElseThrow().cores()).isPositive();
        assertThat(facts.load().orElseThrow().memoryBytes())
                .isGreaterThan(facts.load().orElseThrow().availableBytes());
        assertThat(facts.processes()).isEmpty();
    }

    @Test
    void findsTheFoldersThatConfigurationsName(@TempDir Path folder) throws IOException, FaultException {
        Path odd = Files.createDirectory(folder.resolve("repo; 'x' \\t \"y\""));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path config = folder.resolve("it's a.conf");
        Files.writeString(
                config,
                "[global]\n repo1-path = " + odd + " \n#repo3-path=/proc\nrepo2-path=" + second
                        + "\nrepo1-path-note=/sys\n");
        FactsProbe.Wanted wanted = new FactsProbe.Wanted(
                List.of(),
                List.of(
                        new FactsProbe.Setting(
                                "home", "/", List.of(folder.resolve("nowhere").toString())),
                        new FactsProbe.Setting(
                                "repo[0-9]*-path",
                                "/",
                                List.of(folder.resolve("nowhere").toString(), config.toString()))),
                List.of(),
                OptionalInt.empty());
        HostFacts facts = new FactsProbe(new LocalHost(), Clock.systemUTC()).read(wanted);
        assertThat(facts.named())
                .extracting(HostFacts.NamedDisk::setting, one -> one.disk().folder())
                .containsExactlyInAnyOrder(tuple(0, "/"), tuple(1, odd.toString()), tuple(1, second.toString()));
    }

    @Test
    void tellsOfTheServersProcesses(SharedLabs labs) throws SQLException, FaultException {
        String url = "jdbc:postgresql://127.0.0.1:" + labs.primary().port() + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            Set<Integer> pids = new HashSet<>();
            try (ResultSet result = statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE pid IS NOT NULL"
                    + " AND backend_type IN ('client backend', 'checkpointer', 'walwriter')")) {
                while (result.next()) {
                    pids.add(result.getInt(1));
                }
            }
            int own;
            try (ResultSet result =
                    statement.executeQuery("SELECT pg_backend_pid() FROM generate_series(1, 3000000)")) {
                result.next();
                own = result.getInt(1);
            }
            HostFacts facts = read(List.of(), OptionalInt.of(own));
            assertThat(facts.processes())
                    .extracting(HostFacts.ServerProcess::pid)
                    .containsAll(pids);
            HostFacts.ServerProcess mine = facts.processes().stream()
                    .filter(one -> one.pid() == own)
                    .findFirst()
                    .orElseThrow();
            assertThat(mine.cpu()).isPositive();
            assertThat(mine.startedAfter())
                    .isLessThan(facts.load().orElseThrow().uptime());
        }
    }
}
