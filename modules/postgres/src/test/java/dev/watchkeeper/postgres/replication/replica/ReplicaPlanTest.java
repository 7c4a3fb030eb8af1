package dev.watchkeeper.postgres.replication.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for a new standby are typed as they are, with names that want to break out of them. */
@ExtendWith(LabExtension.class)
class ReplicaPlanTest {
    private static final Path BASE_BACKUP = Path.of("/usr/lib/postgresql/15/bin");
    private static final String ROLE = "re'pl \"icator\\";

    private final dev.watchkeeper.lab.postgres.PostgresServer lab;

    ReplicaPlanTest(SharedLabs labs) {
        this.lab = labs.lab(LabPlan.primaryOnly(15).setting("max_slot_wal_keep_size", "1GB"))
                .primary();
    }

    @Test
    void itsStepsMakeAStandby(@TempDir Path folder)
            throws FaultException, SQLException, IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASE_BACKUP.resolve("pg_basebackup")));
        Path data = folder.resolve("new $(touch pwned) 'standby'");
        ReplicaWish wish = wish(ROLE, "to_paris", data.toString(), 15);
        ReplicaPlan plan = plan(wish);

        assertThat(plan.works()).isTrue();
        try (Client primary = Client.enter(lab)) {
            for (ReplicaPlan.Step step : plan.steps()) {
                switch (step.where()) {
                    case "primary, SQL" -> primary.does(withoutPsqlsOwn(step.command()));
                    case "primary, pg_hba.conf" ->
                        Files.writeString(
                                lab.dataFolder().resolve("pg_hba.conf"),
                                step.command() + "\n",
                                StandardOpenOption.APPEND);
                    default -> {
                        if (step.command().startsWith("pg_basebackup")) {
                            shell(step.command(), folder);
                        }
                    }
                }
            }
            assertThat(primary.asks("select error from pg_hba_file_rules where error is not null"))
                    .isEmpty();
            assertThat(primary.asks("select user_name[1] from pg_hba_file_rules order by line_number desc limit 1"))
                    .containsExactly(ROLE);
            assertThat(primary.asks("select 1 from pg_replication_slots where slot_name = 'to_paris'"))
                    .hasSize(1);
        }
        assertThat(data.resolve("standby.signal")).exists();
        assertThat(Files.readString(data.resolve("postgresql.auto.conf")))
                .contains("application_name", "primary_slot_name = 'to_paris'");
        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(plan(wish).checks())
                .as("the second time the slot is there")
                .anyMatch(check -> check.severity() == Severity.WARNING
                        && check.text().startsWith("there is a slot to_paris already"));
    }

    @Test
    void whatCannotWorkIsSaid() throws FaultException {
        ReplicaPlan plan =
                plan(new ReplicaWish("far", "10.9.8.7", new HostPort("127.0.0.1", lab.port()), "r", "s", "/data", 17));

        assertThat(plan.works()).isFalse();
        assertThat(plan.checks())
                .filteredOn(check -> check.severity() == Severity.CRITICAL)
                .extracting(ReplicaPlan.Check::text)
                .containsExactlyInAnyOrder(
                        "the new host has PostgreSQL 17, the primary 15", "the primary listens on 127.0.0.1 only");
        assertThat(Faulty.of(() -> plan(wish("r", "Not A Slot", "/data", 15))).kind())
                .isEqualTo(FaultKind.BAD_INPUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "", "two words", "it's", "$HOME `id` \\ \"x\"", "'", "''\\''", "a\nb", "订单*?[!~", "-rf"
            })
    void aWordStaysOneWord(String word) throws IOException, InterruptedException {
        assertThat(shell("printf '%s|' " + ShellWord.quote(word) + " end", Path.of(".")))
                .isEqualTo(word + "|end|");
    }

    private ReplicaPlan plan(ReplicaWish wish) throws FaultException {
        try (PostgresServer server = Entrance.to(lab).open()) {
            return ReplicaPlan.of(server, wish);
        }
    }

    private ReplicaWish wish(String role, String slot, String data, int major) {
        return new ReplicaWish("pa'ris", "127.0.0.1", new HostPort("127.0.0.1", lab.port()), role, slot, data, major);
    }

    private static String withoutPsqlsOwn(String sql) {
        return sql.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
    }

    private static String shell(String command, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", BASE_BACKUP.toString(), (path, more) -> more + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
