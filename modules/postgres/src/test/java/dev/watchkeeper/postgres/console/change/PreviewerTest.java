package dev.watchkeeper.postgres.console.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.ConsoleSettings;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.MemoryAudit;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said before statements are run, and running them as an action. */
@ExtendWith(LabExtension.class)
class PreviewerTest {
    private final PostgresServer lab;
    private final dev.watchkeeper.postgres.connect.PostgresServer server;
    private final SqlConsole console;

    PreviewerTest(SharedLabs labs) {
        this.lab = labs.primary();
        this.server = Entrance.to(lab).open();
        this.console = new SqlConsole(server, ConsoleSettings.USUAL, Clock.systemUTC());
    }

    @BeforeEach
    void table() throws SQLException {
        try (Client dba = Client.enter(lab)) {
            dba.does("drop table if exists preview_t; create table preview_t (a int primary key, b text);"
                    + "insert into preview_t select g, 'x' from generate_series(1, 1204) g; analyze preview_t");
        }
    }

    @AfterEach
    void leave() {
        console.close();
        server.close();
    }

    @Test
    void countsRowsInATrialThatIsRolledBack() throws SQLException, FaultException {
        ChangePreview preview = preview("update preview_t set b = 'y' where a <= 10");
        assertThat(preview.words())
                .isEqualTo("UPDATE: changes data; updates 10 rows, counted in a transaction that was rolled back");
        assertThat(preview.danger()).isEqualTo(Danger.ORDINARY);
        try (Client dba = Client.enter(lab)) {
            assertThat(dba.asks("select count(*) from preview_t where b = 'y'")).containsExactly("0");
        }
    }

    @Test
    void saysFirstThatThereIsNoWhere() throws FaultException {
        ChangePreview preview = preview("delete from preview_t");
        assertThat(preview.words())
                .startsWith(
                        "DELETE: there is no WHERE: every row of public.preview_t, about 1,204 rows; deletes 1,204 rows");
        assertThat(preview.danger()).isEqualTo(Danger.DANGEROUS);
    }

    @Test
    void noStatementOfABatchSlipsPast() throws FaultException {
        ChangePreview preview =
                preview("select 1; insert into preview_t values (-1); update preview_t set b = 'z' where"
                        + " a < 0;\ntruncate preview_t; delete from preview_t where a = 1; commit");
        assertThat(preview.statements().get(2).rows())
                .as("sees what was inserted before")
                .hasValue(1);
        assertThat(preview.statements().get(4).rows()).isEmpty();
        assertThat(preview.words().lines())
                .hasSize(4)
                .first()
                .asString()
                .contains("4 statements", "Line 2, TRUNCATE", "takes away every row");
        assertThat(preview.words()).contains("rows not counted: it depends on the statement in line 2");
        assertThat(preview.danger()).isEqualTo(Danger.DANGEROUS);
    }

    @Test
    void saysWhoHoldsItUp() throws SQLException, FaultException {
        try (Client app = Client.enter(lab, "app_rw")) {
            app.does("begin").does("select * from orders limit 1");
            assertThat(preview("alter table orders add column note text").words())
                    .contains(
                            "takes AccessExclusive on public.orders", "has to wait for 1 session", "pid " + app.pid());
            assertThat(preview("create index concurrently on orders (id)").words())
                    .contains(
                            "takes ShareUpdateExclusive",
                            "builds an index",
                            "waits for every transaction",
                            "no transaction");
        }
    }

    @Test
    void aTrialWaitsForNobody() throws SQLException, FaultException {
        try (Client app = Client.enter(lab)) {
            app.does("begin").does("update preview_t set b = 'app' where a = 5");
            assertThat(preview("update preview_t set b = 'y' where a = 5").words())
                    .contains("rows not counted: a trial failed: ", "lock timeout");
        }
    }

    @Test
    void isRunAsAnActionThatKeepsSecrets() throws FaultException {
        MemoryAudit audit = new MemoryAudit();
        List<Request> requests = requests("create role preview_r password 'geheim'; drop role preview_r");
        ChangePreview preview = new Previewer(console).of(requests);
        assertThat(RunStatements.isNeeded(server.target(), preview)).isTrue();
        RunStatements action = new RunStatements(console, requests, preview, new RunStatements.Listener() {
            @Override
            public void answered(Request request, Answer answer) {}

            @Override
            public void notice(Notice notice) {}
        });
        assertThat(action.danger()).isEqualTo(Danger.DANGEROUS);
        assertThat(audit.desk().run(action).done()).isTrue();
        assertThat(audit.newest(1).getFirst().toString())
                .doesNotContain("geheim")
                .contains("drop role preview_r", "2 statements run");
    }

    private ChangePreview preview(String script) throws FaultException {
        return new Previewer(console).of(requests(script));
    }

    private static List<Request> requests(String script) {
        return SqlScript.of(script).statements().stream()
                .map(statement -> Request.of(statement, script))
                .toList();
    }
}
