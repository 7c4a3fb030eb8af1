package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sessions.SessionDetail.HeldLock;
import dev.watchkeeper.postgres.sessions.SessionDetail.Progress;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import dev.watchkeeper.postgres.testing.Faulty;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A closer look at one session. */
@ExtendWith(LabExtension.class)
class SessionDetailProbeTest {
    private final SharedLabs labs;

    SessionDetailProbeTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void seesItsLocks(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client holder = Client.enter(lab);
                Client waiter = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            holder.does("begin; lock table invoices in share mode");
            holder.does("select pg_advisory_lock(4711)");
            waiter.does("begin; select * from orders where id = 1 for update");
            waiter.starts("lock table invoices in access exclusive mode");

            SessionDetail holding = detail(server, holder.id());
            SessionDetail waiting = detail(server, waiter.id());

            assertThat(holding.query()).isEqualTo("select pg_advisory_lock(4711)");
            assertThat(holding.locks())
                    .extracting(HeldLock::type, HeldLock::what, HeldLock::mode, HeldLock::granted)
                    .contains(
                            tuple("relation", "public.invoices", "ShareLock", true),
                            tuple("advisory", "advisory 4711", "ExclusiveLock", true));
            HeldLock first = waiting.locks().getFirst();
            assertThat(first.granted()).as("what it waits for stands first").isFalse();
            assertThat(first.what()).isEqualTo("public.invoices");
            assertThat(first.mode()).isEqualTo("AccessExclusiveLock");
            assertThat(first.since()).isNotNull();
            assertThat(waiting.locks()).extracting(HeldLock::what).contains("public.orders");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void seesHowFarAnIndexIs(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client writer = Client.enter(lab);
                Client builder = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            writer.does("begin; update ledger_entries set amount = amount where id = 1");
            builder.starts("create index concurrently too_late on ledger_entries (amount)");

            List<Progress> progress = detail(server, builder.id()).progress();

            assertThat(progress).hasSize(1);
            assertThat(progress.getFirst().command()).isEqualTo("CREATE INDEX CONCURRENTLY");
            assertThat(progress.getFirst().phase()).contains("waiting for");
            assertThat(detail(server, writer.id()).progress()).isEmpty();
        } finally {
            lab.execute("drop index if exists too_late");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void seesHowFarAVacuumIs(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client vacuum = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            vacuum.does("set vacuum_cost_delay = '100ms'; set vacuum_cost_limit = 1");
            vacuum.starts("vacuum (disable_page_skipping) orders");
            vacuum.until(
                    "it reads the table",
                    "select count(*) = 1 from pg_stat_progress_vacuum where heap_blks_total > 0 and pid = "
                            + vacuum.pid());

            Progress progress = detail(server, vacuum.id()).progress().getFirst();

            assertThat(progress.command()).isEqualTo("VACUUM");
            assertThat(progress.unit()).isEqualTo("blocks");
            assertThat(progress.total()).isPositive();
            assertThat(progress.done()).isBetween(0L, progress.total());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aSessionThatIsGone(int major) throws Exception {
        var lab = labs.primary(major);
        Client client = Client.enter(lab);
        client.close();
        try (PostgresServer server = Entrance.to(lab).open()) {
            Fault fault = Faulty.of(() -> new SessionDetailProbe(server, client.id()).read());

            assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
            assertThat(fault.message()).contains(Integer.toString(client.pid()), "gone");
        }
    }

    private static SessionDetail detail(PostgresServer server, SessionId id) throws Exception {
        return new SessionDetailProbe(server, id).read().value();
    }
}
