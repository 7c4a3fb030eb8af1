package dev.watchkeeper.app.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.app.reports.HostRecords;
import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real servers on this machine, as the connections file places them. */
@ExtendWith(LabExtension.class)
class HostProbeTest {
    @TempDir
    Path home;

    private Workbench bench() {
        Map<String, String> variables = Map.of("WATCHKEEPER_HOME", home.toString());
        Surroundings around = new Surroundings(variables, home, Clock.systemUTC(), ZoneOffset.UTC, "tester");
        return Workbench.of(around, PasswordPrompt.nobody(), warning -> {});
    }

    private void write(String yaml) throws IOException {
        Files.writeString(home.resolve("connections.yaml"), yaml);
    }

    private static HostsView read(Workbench bench, HostScope scope) throws FaultException {
        Target target = bench.resolve("billing");
        return bench.machines().probe(target, scope).read().value();
    }

    @Test
    void aServersFoldersProcessesAndBackupsAreSeenOnItsHost(SharedLabs labs) throws Exception {
        Path repository = Files.createDirectory(home.resolve("repo 'x'"));
        Path config = home.resolve("pgbackrest.conf");
        Files.writeString(config, "[global]\nrepo1-path=" + repository + "\n");
        write("""
                hosts:
                  - {name: dead-1, address: 127.0.0.1, port: 1}
                connections:
                  - name: billing
                    url: %s
                    host: local
                    backups:
                      - {engine: pgbackrest, host: local, stanza: main, config: %s}
                      - {engine: pg_dump, host: dead-1, path: /dumps}
                """.formatted(labs.primary().uri(), config));
        try (Workbench bench = bench()) {
            HostsView all = read(bench, HostScope.ALL);
            assertThat(all.server().disks())
                    .extracting(HostView.DiskUse::holds)
                    .contains("data", "WAL", "pgBackRest repository");
            assertThat(all.server().disks().getLast().disk().folder()).isEqualTo(repository.toString());
            assertThat(all.server().processes())
                    .extracting(HostWords::title)
                    .anyMatch(title -> title.endsWith("checkpointer"));
            assertThat(all.unanswered()).isEmpty();
            assertThat(all.silent()).extracting(HostsView.Silent::host).containsExactly("dead-1");
            assertThat(HostWords.sentence(all)).endsWith("; dead-1 does not answer");
            assertThat(HostRecords.of(all).getFirst().rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row).contains(entry("host", "local")));
            HostsView lean = read(bench, HostScope.PROCESSES);
            assertThat(lean.server().processes()).isNotEmpty();
            assertThat(lean.server().disks()).isEmpty();
            assertThat(lean.silent()).as("hosts of backups alone are not asked").isEmpty();
        }
    }

    @Test
    void theHostTellsOfItselfAlsoWhileItsServerIsDown() throws Exception {
        write("""
                connections:
                  - {name: billing, url: "postgresql://dba@127.0.0.1:1/x", host: local}
                """);
        try (Workbench bench = bench()) {
            HostsView all = read(bench, HostScope.ALL);
            assertThat(all.unanswered()).isPresent();
            assertThat(all.server().processes()).isEmpty();
            assertThat(all.server().facts().load()).isPresent();
            assertThat(HostWords.sentence(all))
                    .startsWith("The server can't be asked: 127.0.0.1:1 refuses the connection; its host local: load ");
        }
    }

    @Test
    void aRedisIsFoundOnItsHostToo(SharedLabs labs) throws Exception {
        RedisServer redis = labs.lab(LabPlan.primaryOnly(LabPlan.NEWEST).withRedis())
                .redis()
                .getFirst();
        write("""
                connections:
                  - {name: billing, url: "redis://127.0.0.1:%d", host: local}
                """.formatted(redis.port()));
        try (Workbench bench = bench()) {
            HostsView all = read(bench, HostScope.ALL);
            assertThat(all.server().disks()).extracting(HostView.DiskUse::holds).contains("data");
            assertThat(all.server().processes())
                    .singleElement()
                    .satisfies(process -> assertThat(process.title())
                            .contains("redis-server")
                            .contains(Integer.toString(redis.port())));
        }
    }

    @Test
    void howADiskGrowsIsReadFromTheHistory(SharedLabs labs) throws Exception {
        write("""
                connections:
                  - {name: billing, url: "%s", host: local}
                """.formatted(labs.primary().uri()));
        try (Workbench bench = bench()) {
            HostView now = read(bench, HostScope.ALL).server();
            String label = now.label(now.disks().getFirst().disk());
            Instant at = Instant.now();
            for (int hours = 10; hours >= 0; hours--) {
                bench.history()
                        .write(Batch.of("billing")
                                .withPoints(List.of(new Point(
                                        Metric.HOST_DISK_FREE,
                                        label,
                                        at.minusSeconds(3600L * hours),
                                        1e9 * (50 + hours)))));
            }
            HostsView all = read(bench, HostScope.ALL);
            assertThat(all.growth())
                    .extractingByKey(label)
                    .satisfies(growth -> assertThat(growth.bytesPerDay()).isBetween(23e9, 25e9));
            assertThat(HostRecords.of(all).get(1).rows())
                    .extracting(row -> row.get("holds"), row -> row.get("growth_bytes_per_day") != null)
                    .contains(tuple("data", true));
        }
    }
}
