package dev.watchkeeper.lab;

import static dev.watchkeeper.lab.TopologyTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the demo shows, and what tests of failures do to servers. */
class WholeLabTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void theDemoIsAliveAndInTrouble() throws FaultException, IOException, SQLException {
        List<String> progress = new CopyOnWriteArrayList<>();
        Path folder;
        try (Lab lab = Lab.start(LabPlan.demo(17), progress::add)) {
            folder = lab.folder();
            assertThat(lab.members()).hasSize(10);
            assertThat(progress).anyMatch(line -> line.contains("logical subscriber"));
            assertThat(rows(
                            lab.primary(),
                            "SELECT 1 FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0"))
                    .hasSizeGreaterThanOrEqualTo(22);
            Patience.until(
                    LIMIT,
                    "applications are at work",
                    () -> rows(lab.primary(), "SELECT 1 FROM orders WHERE id > 10000")
                                    .size()
                            > 3);
            for (RedisServer sentinel : lab.redis().subList(2, 5)) {
                assertThat(sentinel.ask("INFO sentinel"))
                        .contains("address=127.0.0.1:" + lab.redis().getFirst().port() + ",slaves=1,sentinels=3");
            }
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void aServerComesBackOnItsPort() throws FaultException, IOException, SQLException {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(16)
                .setting("work_mem", "7MB")
                .hba("host all stranger 127.0.0.1/32 reject")
                .file("note.txt", "private"))) {
            PostgresServer primary = lab.primary();
            int port = primary.port();
            primary.execute("CREATE TABLE kept AS SELECT 1");

            primary.kill();
            assertThat(primary.isRunning()).isFalse();
            primary.start();
            primary.restart();

            assertThat(primary.port()).isEqualTo(port);
            assertThat(rows(primary, "SELECT 1 FROM kept")).hasSize(1);
            assertThat(rows(primary, "SHOW work_mem")).containsExactly("7MB");
            assertThat(rows(primary, "SELECT 1 FROM pg_hba_file_rules WHERE 'stranger' = ANY (user_name)"))
                    .hasSize(1);
            assertThat(primary.socketFolder().resolve(".s.PGSQL." + port)).exists();
            assertThat(Files.readString(primary.dataFolder().resolve("note.txt")))
                    .isEqualTo("private");
        }
    }

    @Test
    void aStandbyCanTakeOver() throws FaultException, IOException, SQLException {
        try (Lab lab = Lab.start(LabPlan.topology(14))) {
            lab.primary().kill();
            PostgresServer standby = lab.server(MemberRole.SYNCHRONOUS_STANDBY);

            standby.promote();
            standby.execute("INSERT INTO ledger_entries (account, amount) VALUES ('after failover', 1)");

            assertThat(rows(standby, "SELECT pg_is_in_recovery()")).containsExactly("f");
        }
    }
}
