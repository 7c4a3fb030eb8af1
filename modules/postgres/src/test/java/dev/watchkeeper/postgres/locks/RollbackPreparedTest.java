package dev.watchkeeper.postgres.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.MemoryAudit;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ending prepared transactions, whatever they are called. */
@ExtendWith(LabExtension.class)
class RollbackPreparedTest {
    private final dev.watchkeeper.lab.postgres.PostgresServer lab;
    private final MemoryAudit audit = new MemoryAudit();

    RollbackPreparedTest(SharedLabs labs) {
        this.lab = labs.primary();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tx_8812",
                "it's",
                "'); drop table orders; --",
                "back\\slash\\",
                "\\'",
                "two\nlines\tand {braces} ? :gid $1",
                "订单-4711 ☃",
                "\"quoted\"",
                "$$;$$"
            })
    void rollsBackWhateverItIsCalled(String gid) throws SQLException, FaultException {
        try (Client author = prepare("shop", gid);
                Client dba = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            PreparedTransaction found = PreparedTransaction.find(server, gid).orElseThrow();
            assertThat(found.gid()).isEqualTo(gid);
            assertThat(found.owner()).isEqualTo("app_rw");
            assertThat(found.inThisDatabase()).isTrue();
            RollbackPrepared action = new RollbackPrepared(server, found, "free the row");

            Outcome outcome = audit.desk().run(action);

            assertThat(outcome.done()).isTrue();
            assertThat(action.danger()).isEqualTo(Danger.DANGEROUS);
            assertThat(dba.asks("select gid from pg_prepared_xacts")).isEmpty();
            assertThat(dba.asks("select count(*) from orders")).containsExactly("10000");
            assertThat(author.asks("select state <> 'held' from orders where id = 77"))
                    .containsExactly("t");
            assertThat(audit.newest(1).getFirst().result()).isEqualTo("done");
        }
    }

    @Test
    void theStatementThatIsShownDoesTheSame() throws SQLException, FaultException {
        String gid = "o'dd \\ one";
        try (Client author = prepare("shop", gid);
                PostgresServer server = Entrance.to(lab).open()) {
            PreparedTransaction found = PreparedTransaction.find(server, gid).orElseThrow();

            author.does(new RollbackPrepared(server, found, "").statement());

            assertThat(PreparedTransaction.find(server, gid)).isEmpty();
        }
    }

    @Test
    void oneOfAnotherDatabaseIsLeftAlone() throws SQLException, FaultException {
        try (Client author = prepare("postgres", "elsewhere");
                PostgresServer server = Entrance.to(lab).open()) {
            PreparedTransaction found =
                    PreparedTransaction.find(server, "elsewhere").orElseThrow();
            assertThat(found.inThisDatabase()).isFalse();

            Fault fault = refusal(server, found);

            assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
            assertThat(fault.message()).contains("elsewhere", "database postgres");
            assertThat(fault.advice()).contains("Connect to that database");
            author.does("rollback prepared 'elsewhere'");
        }
    }

    @Test
    void oneThatIsGoneOrCameAnewIsLeftAlone() throws SQLException, FaultException {
        try (Client author = prepare("shop", "again");
                PostgresServer server = Entrance.to(lab).open()) {
            PreparedTransaction found =
                    PreparedTransaction.find(server, "again").orElseThrow();
            author.does("rollback prepared 'again'");
            assertThat(refusal(server, found).kind()).isEqualTo(FaultKind.CONFLICT);
            assertThat(audit.newest(1).getFirst().result()).isEqualTo("failed");

            author.does("begin");
            author.does("select txid_current()");
            author.does("prepare transaction 'again'");

            assertThat(refusal(server, found).kind()).isEqualTo(FaultKind.CONFLICT);
            assertThat(author.asks("select gid from pg_prepared_xacts")).isEqualTo(List.of("again"));
            author.does("rollback prepared 'again'");
        }
    }

    @Test
    void somebodyElsesIsRefused() throws SQLException, FaultException {
        try (Client author = prepare("shop", "of app_rw");
                PostgresServer server = Entrance.to(lab).user("app_ro").open()) {
            PreparedTransaction found =
                    PreparedTransaction.find(server, "of app_rw").orElseThrow();

            assertThat(refusal(server, found).kind()).isEqualTo(FaultKind.DENIED);
            assertThat(author.asks("select gid from pg_prepared_xacts")).containsExactly("of app_rw");
            author.does("rollback prepared 'of app_rw'");
        }
    }

    @Test
    void nothingIsEndedOnAReadOnlyTarget() throws SQLException, FaultException {
        try (Client author = prepare("shop", "kept");
                PostgresServer server = Entrance.to(lab).asReadOnly().open()) {
            PreparedTransaction found = PreparedTransaction.find(server, "kept").orElseThrow();

            assertThat(refusal(server, found).kind()).isEqualTo(FaultKind.DENIED);
            assertThat(audit.newest(1).getFirst().result()).isEqualTo("refused");
            author.does("rollback prepared 'kept'");
        }
    }

    private Fault refusal(PostgresServer server, PreparedTransaction transaction) {
        return Faulty.of(() -> audit.desk().run(new RollbackPrepared(server, transaction, "")));
    }

    private Client prepare(String database, String gid) throws SQLException {
        Client author = Client.enter(lab, "app_rw", database);
        author.does("begin");
        author.does(
                database.equals("shop") ? "update orders set state = 'held' where id = 77" : "select txid_current()");
        return author.does("prepare transaction " + Quoting.literal(gid));
    }
}
