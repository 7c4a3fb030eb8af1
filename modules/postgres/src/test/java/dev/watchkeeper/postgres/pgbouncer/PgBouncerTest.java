package dev.watchkeeper.postgres.pgbouncer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.lab.debian.PgBouncerServer;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import dev.watchkeeper.postgres.testing.Fronts;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The admin console of a real PgBouncer: what it shows, and what it does when told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(LabExtension.class)
class PgBouncerTest {
    /** No usual name: whoever looks for servers on this computer tries those, and would be one client more. */
    private static final String POOL = "orders";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private LabFolder folder;
    private PgBouncerServer bouncer;
    private PgBouncerConsole console;
    private PgBouncer pool;

    @BeforeAll
    void start(SharedLabs labs) throws IOException, SQLException {
        Debian.needs("pgbouncer");
        folder = LabFolder.create();
        String server = "host=127.0.0.1 port=" + labs.primary().port();
        bouncer = PgBouncerServer.start(
                folder,
                Map.of(POOL, server + " dbname=shop user=postgres pool_size=1", "other", server + " dbname=shop"));
        HostPort at = new HostPort("127.0.0.1", bouncer.port());
        var target = Fronts.target(Engine.PGBOUNCER, at, "postgres", Map.of());
        console = new PgBouncerConsole(target, Passwords.none(), Routes.direct());
        pool = new PgBouncer(target, Passwords.none(), Routes.direct());
    }

    @AfterAll
    void stop() throws IOException {
        if (bouncer != null) {
            console.close();
            pool.close();
            bouncer.close();
            folder.close();
        }
    }

    @Test
    void clientsThatWaitAreSeen(SharedLabs labs) throws Exception {
        try (Connection busy = enter();
                Connection waiting = enter();
                Client server = Client.enter(labs.primary())) {
            busy.setAutoCommit(false);
            does(busy, "select 1");
            Thread waiter = Thread.ofVirtual().start(() -> doesQuietly(waiting, "select 1"));
            Patience.until(LIMIT, "one client waits", () -> reading().waiting() == 1);
            Patience.until(
                    LIMIT,
                    "it has waited for a second",
                    () -> reading().longestWait().toMillis() > 1_000);
            var sight = pool.look();
            assertThat(sight.node().lines().getFirst()).startsWith("2 clients · 1 waiting");
            assertThat(sight.alarms())
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.text()).startsWith("1 client waits at "));
            assertThat(reading().version()).matches("1\\.\\d+\\.\\d+");
            assertThat(console.clients())
                    .filteredOn(one -> one.database().equals(POOL))
                    .hasSize(2);
            busy.rollback();
            waiter.join();
            assertThat(server.asks("select 1")).hasSize(1);
        }
    }

    @Test
    void whoAsksThroughThePoolLeavesNothingBehindForItsOtherClients() throws Exception {
        List<String> before = settings();
        Entrance through =
                Entrance.at(new HostPort("127.0.0.1", bouncer.port())).database(POOL);
        try (PostgresServer server = through.open()) {
            String probed = server.probe(connected -> asks(connected, "show transaction_read_only"));
            String acted = server.act(connected -> asks(connected, "show transaction_read_only"));

            assertThat(probed).isEqualTo("on");
            assertThat(acted).isEqualTo("off");
            assertThat(server.<String>probe(connected -> asks(connected, "show statement_timeout")))
                    .isEqualTo("10s");
            assertThatThrownBy(() -> server.probe(connected -> asks(connected, "select 1/0")))
                    .isInstanceOf(FaultException.class);
            assertThat(settings())
                    .as("of the same session, for the next client")
                    .isEqualTo(before);
            assertThat(server.<String>probe(connected -> asks(connected, "select 'again'")))
                    .isEqualTo("again");
        }
    }

    private List<String> settings() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection client = enter();
                Statement statement = client.createStatement()) {
            for (String name : List.of(
                    "default_transaction_read_only", "statement_timeout", "lock_timeout", "search_path", "jit")) {
                try (ResultSet result = statement.executeQuery("show " + name)) {
                    result.next();
                    all.add(name + " = " + result.getString(1));
                }
            }
        }
        return all;
    }

    private static String asks(Connected connected, String sql) throws SQLException {
        try (Statement statement = connected.jdbc().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void aPauseHoldsClientsAndAResumeLetsThemGo() throws Exception {
        try (Connection client = enter()) {
            Outcome paused = make("pause-pool", "all").run();
            assertThat(paused.done()).as(paused.message()).isTrue();
            Thread waiter = Thread.ofVirtual().start(() -> doesQuietly(client, "select 1"));
            Patience.until(LIMIT, "the client waits", () -> reading().waiting() == 1);
            assertThat(pool.look().alarms())
                    .extracting(alarm -> alarm.text())
                    .anyMatch(text -> text.startsWith(POOL + " is paused at"));
            Outcome resumed = make("resume-pool", "all").run();
            assertThat(resumed.done()).as(resumed.message()).isTrue();
            waiter.join();
            assertThat(reading().waiting()).isZero();
        } finally {
            if (reading().databases().stream().anyMatch(PooledDatabase::paused)) {
                make("resume-pool", "all").run();
            }
        }
    }

    @Test
    void aKillSaysWhomItCutsOffAndCutsThemOff() throws Exception {
        try (Connection victim = enter()) {
            victim.setAutoCommit(false);
            does(victim, "select 1");
            Action kill = make("kill-pool", POOL);
            assertThat(kill.danger()).isEqualTo(Danger.DANGEROUS);
            assertThat(kill.preview())
                    .startsWith("Cuts off 1 client of " + POOL)
                    .contains("1 transaction of theirs");
            assertThat(kill.statement()).isEqualTo("kill \"orders\"");
            Outcome outcome = kill.run();
            assertThat(outcome.done()).as(outcome.message()).isTrue();
            assertThat(victim.isValid(2)).isFalse();
        } finally {
            make("resume-pool", POOL).run();
        }
    }

    @Test
    void whatIsThereNotIsNotKilled() {
        Fault fault = Faulty.of(() -> make("kill-pool", "nonsense"));
        assertThat(fault.kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(fault.advice()).contains("orders, other");
    }

    private Action make(String name, String database) throws FaultException {
        pool.look();
        Offer offer = pool.offers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return offer.maker().make(Map.of("database", database));
    }

    private PgBouncerReading reading() {
        try {
            return console.read();
        } catch (FaultException e) {
            throw new IllegalStateException(e.fault().sentence(), e);
        }
    }

    private Connection enter() throws SQLException {
        return PatroniNode.connect(bouncer.port(), "client", POOL);
    }

    private static void does(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void doesQuietly(Connection connection, String sql) {
        try {
            does(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
