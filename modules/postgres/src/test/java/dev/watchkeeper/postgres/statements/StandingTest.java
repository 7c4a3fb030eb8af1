package dev.watchkeeper.postgres.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A server that can't say gets advice; what is advised helps. */
class StandingTest {
    @Test
    void adviceForAServerThatDoesNotLoadIt() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(18).setting("shared_preload_libraries", "auto_explain");
        try (Lab lab = Lab.start(plan);
                Client root = Client.enter(lab.primary());
                PostgresServer server = Entrance.to(lab.primary()).open();
                PostgresServer humble =
                        Entrance.to(lab.primary()).user("app_ro").open()) {
            StatementsProbe probe = new StatementsProbe(server);
            Fault installed = fault(probe);
            assertThat(installed.kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(installed.advice())
                    .contains("ALTER SYSTEM SET shared_preload_libraries = 'auto_explain', 'pg_stat_statements';"
                            + " and restart the server")
                    .doesNotContain("CREATE EXTENSION");
            assertThat(fault(new StatementsProbe(humble)).advice())
                    .contains("add pg_stat_statements to shared_preload_libraries", "restart");

            root.does("drop extension pg_stat_statements");
            assertThat(fault(probe).advice())
                    .contains("restart the server; then in " + lab.primary().database()
                            + ": CREATE EXTENSION pg_stat_statements;");

            root.does("alter system set shared_preload_libraries = 'auto_explain', 'pg_stat_statements'");
            lab.primary().restart();
            helps(probe, lab.primary(), "lacks the extension", "CREATE EXTENSION pg_stat_statements;");
        }
    }

    /** One lab, one thing after the other. */
    @Test
    void adviceForWhatElseCanBeMissing() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(17));
                PostgresServer server = Entrance.to(lab.primary()).open();
                PostgresServer humble =
                        Entrance.to(lab.primary()).user("app_ro").open()) {
            var primary = lab.primary();
            StatementsProbe probe = new StatementsProbe(server);
            probe.read();
            primary.execute("drop extension pg_stat_statements; create schema \"Odd \"\" one\";"
                    + " create extension pg_stat_statements schema \"Odd \"\" one\" version '1.8'");
            helps(probe, primary, "older than the server's", "ALTER EXTENSION pg_stat_statements UPDATE;");

            StatementsProbe low = new StatementsProbe(humble);
            assertThat(fault(low).kind()).isEqualTo(FaultKind.DENIED);
            helps(low, primary, "may not use the schema", "GRANT USAGE ON SCHEMA \"Odd \"\" one\" TO \"app_ro\";");

            primary.execute("drop extension pg_stat_statements;"
                    + " create extension pg_stat_statements schema public version '1.9'");
            probe.read();
            primary.execute("alter system set compute_query_id = off");
            primary.execute("select pg_reload_conf()");
            untilItSays(primary, "compute_query_id", "off");
            try (PostgresServer again = Entrance.to(primary).open()) {
                helpsAfter(
                        new StatementsProbe(again),
                        primary,
                        "compute_query_id",
                        "auto",
                        "ALTER SYSTEM SET compute_query_id = 'auto'; SELECT pg_reload_conf();");
            }
        }
    }

    private static void helps(
            StatementsProbe probe, dev.watchkeeper.lab.postgres.PostgresServer lab, String message, String statement)
            throws Exception {
        Fault fault = fault(probe);
        assertThat(fault.message()).contains(message);
        assertThat(fault.advice()).contains(statement);
        lab.execute(statement);
        assertThat(probe.read().value().coverage().entries()).isPositive();
    }

    private static void helpsAfter(
            StatementsProbe probe,
            dev.watchkeeper.lab.postgres.PostgresServer lab,
            String setting,
            String value,
            String statements)
            throws Exception {
        Fault fault = fault(probe);
        assertThat(fault.kind()).isEqualTo(FaultKind.UNSUPPORTED);
        assertThat(fault.advice()).contains(statements);
        for (String statement : statements.split(";", -1)) {
            if (!statement.isBlank()) {
                lab.execute(statement);
            }
        }
        untilItSays(lab, setting, value);
        try (PostgresServer again = Entrance.to(lab).open()) {
            assertThat(new StatementsProbe(again).read().value().workload()).isEmpty();
        }
    }

    private static void untilItSays(dev.watchkeeper.lab.postgres.PostgresServer lab, String setting, String value)
            throws Exception {
        Patience.until(Duration.ofSeconds(20), setting + " is " + value, () -> {
            try (Client client = Client.enter(lab)) {
                return client.asks("show " + setting).equals(List.of(value));
            } catch (SQLException e) {
                return false;
            }
        });
    }

    private static Fault fault(StatementsProbe probe) {
        FaultException refused = Assertions.catchThrowableOfType(FaultException.class, probe::read);
        assertThat(refused).isNotNull();
        return refused.fault();
    }
}
