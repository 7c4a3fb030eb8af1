package dev.watchkeeper.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every column against pg_stat_activity, pg_stat_ssl and pg_blocking_pids, while the sessions stand still. */
@ExtendWith(LabExtension.class)
class SessionsOracleTest {
    private static final String TRUTH = """
            select concat_ws(' | ', a.pid, coalesce(a.leader_pid, 0), a.backend_type, coalesce(a.datname, '-'),
                             coalesce(a.usename, '-'), a.application_name,
                             coalesce(host(a.client_addr), case when a.client_port = -1 then 'local' end, '-'),
                             coalesce(case when s.ssl then s.version end, '-'),
                             us(a.backend_start), us(a.xact_start), us(a.query_start), us(a.state_change),
                             coalesce(a.state, ''), coalesce(a.wait_event_type, '-'), coalesce(a.wait_event, '-'),
                             coalesce(a.backend_xid::text, '-'), coalesce(age(a.backend_xid), 0),
                             coalesce(age(a.backend_xmin), 0), coalesce(a.query_id::text, '-'), a.query,
                             array(select distinct p from unnest(pg_blocking_pids(a.pid)) p order by 1))
              from pg_stat_activity a left join pg_stat_ssl s using (pid)
             where a.pid in (:pids)
             order by a.pid
            """;

    private final SharedLabs labs;

    SessionsOracleTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void saysWhatPgStatActivitySays(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client observer = Client.enter(lab);
                Client idle = Client.enter(lab, "app_rw");
                Client idleInTransaction = Client.enter(lab);
                Client aborted = Client.enter(lab);
                Client waiter = Client.enter(lab, "app_rw");
                Client sleeper = Client.enter(lab, "postgres", "postgres");
                PostgresServer server = Entrance.to(lab).open()) {
            observer.does("create or replace function pg_temp.us(timestamptz) returns text language sql as"
                    + " $$ select coalesce((extract(epoch from $1) * 1000000)::bigint::text, '-') $$");
            idle.does("select 'naïve ☃ 雪 \"quoted\" ''text'''\n -- and a second line");
            idleInTransaction.does("begin");
            idleInTransaction.does("set local application_name = 'nightly \"load\"'");
            idleInTransaction.does("update orders set state = 'paid' where id = 1");
            aborted.does("begin");
            assertThat(Client.fails(aborted, "select 1 / 0")).isTrue();
            waiter.starts("update orders set state = 'shipped' where id = 1");
            sleeper.starts("select pg_sleep(60)");
            SessionsProbe probe = new SessionsProbe(server);

            List<Integer> pids = Stream.of(idle, idleInTransaction, aborted, waiter, sleeper)
                    .map(Client::pid)
                    .toList();
            String sql = TRUTH.replace("us(", "pg_temp.us(")
                    .replace(":pids", pids.stream().map(Object::toString).collect(Collectors.joining(", ")));

            for (int round = 1; round <= 2; round++) {
                List<String> truth = observer.asks(sql);
                Snapshot<SessionList> snapshot = probe.read();
                List<String> after = observer.asks(sql);

                assertThat(truth).as("they stand still").isEqualTo(after).hasSize(5);
                assertThat(told(snapshot.value(), pids)).as("round " + round).isEqualTo(truth);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void listsEveryProcessOfTheServerButItself(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client observer = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            SessionList list = new SessionsProbe(server).read().value();
            List<String> truth = observer.asks("select backend_type from pg_stat_activity"
                    + " where backend_type not in ('client backend', 'autovacuum worker')");

            assertThat(list.sessions())
                    .extracting(Session::backendType)
                    .filteredOn(type -> !type.equals("client backend") && !type.equals("autovacuum worker"))
                    .containsExactlyInAnyOrderElementsOf(truth);
            assertThat(list.sessions()).extracting(Session::pid).contains(observer.pid());
            assertThat(list.sessions()).extracting(Session::application).doesNotContain("watchkeeper");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 16, 18})
    void parallelWorkersHaveTheirLeader(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client leader = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            leader.does(major < 16 ? "set force_parallel_mode = on" : "set debug_parallel_query = on");
            leader.does(
                    "set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0");
            leader.starts("select count(*) from orders where pg_sleep(20) is not null");
            leader.until(
                    "workers work",
                    "select count(*) > 0 from pg_stat_activity where leader_pid = %d and pid <> leader_pid and wait_event = 'PgSleep'"
                            .formatted(leader.pid()));

            List<Session> workers = new SessionsProbe(server)
                    .read().value().sessions().stream()
                            .filter(Session::isParallelWorker)
                            .toList();

            assertThat(workers).isNotEmpty().allSatisfy(worker -> {
                assertThat(worker.leaderPid()).isEqualTo(leader.pid());
                assertThat(worker.isClient()).isFalse();
                assertThat(worker.query()).startsWith("select count(*) from orders");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theVitalsAreTheServers(int major) throws Exception {
        var lab = labs.primary(major);
        try (Client observer = Client.enter(lab);
                PostgresServer server = Entrance.to(lab).open()) {
            Instant before = now(observer);
            Snapshot<SessionList> snapshot = new SessionsProbe(server).read();
            Instant after = now(observer);

            assertThat(snapshot.takenAt()).isBetween(before, after);
            assertThat(snapshot.version().major()).isEqualTo(major);
            assertThat(snapshot.cost().serverMillis()).isPositive();
            assertThat(snapshot.cost().bytes()).isPositive();
            Vitals vitals = snapshot.value().vitals();
            assertThat(vitals.maxConnections()).isEqualTo(200);
            assertThat(vitals.reserved()).isEqualTo(3);
            assertThat(vitals.role()).isEqualTo("postgres");
            assertThat(vitals.standby()).isFalse();
            assertThat(vitals.counters().at()).isEqualTo(snapshot.takenAt());
        }
    }

    private static Instant now(Client observer) throws SQLException {
        long micros = Long.parseLong(observer.asks("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                .getFirst());
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static List<String> told(SessionList list, List<Integer> pids) {
        return list.sessions().stream()
                .filter(session -> pids.contains(session.pid()))
                .sorted(Comparator.comparingInt(Session::pid))
                .map(SessionsOracleTest::told)
                .toList();
    }

    private static String told(Session session) {
        List<Object> columns = new ArrayList<>(List.of(
                session.pid(),
                session.leaderPid(),
                session.backendType(),
                orDash(session.database()),
                orDash(session.user()),
                session.application(),
                orDash(session.client()),
                orDash(session.tls()),
                micros(session.backendStart()),
                micros(session.xactStart())));
        columns.addAll(List.of(
                micros(session.queryStart()),
                micros(session.stateChange()),
                session.state().label(),
                orDash(session.waitEventType()),
                orDash(session.waitEvent()),
                orDash(session.xid()),
                session.xidAge(),
                session.xminAge(),
                orDash(session.queryId()),
                session.query()));
        columns.add(session.blockedBy().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
        return columns.stream().map(Object::toString).collect(Collectors.joining(" | "));
    }

    private static String orDash(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "-").toString();
    }

    private static String micros(@Nullable Instant instant) {
        return instant == null ? "-" : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
