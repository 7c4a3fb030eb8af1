package dev.watchkeeper.postgres.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.testing.Client;
import dev.watchkeeper.postgres.testing.Entrance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server that logs in three formats at once: each tells the same. */
@ExtendWith(LabExtension.class)
class ServerLogProbeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofHours(1);

    @Test
    void allFormatsTellTheSame() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(17)
                .setting("logging_collector", "on")
                .setting("log_destination", "stderr,csvlog,jsonlog")
                .setting("log_filename", "pg-%H%M%S.log")
                .setting("log_temp_files", "0")
                .setting("log_checkpoints", "on")
                .setting("deadlock_timeout", "100ms");
        try (Lab lab = Lab.start(plan);
                PostgresServer server = Entrance.to(lab.primary()).open();
                Client holder = Client.enter(lab.primary(), "app_rw");
                Client waiter = Client.enter(lab.primary(), "app_rw");
                Client root = Client.enter(lab.primary())) {
            List<ServerLogProbe> probes = List.of(LogFormat.JSON, LogFormat.CSV, LogFormat.STDERR).stream()
                    .map(format -> new ServerLogProbe(server, new SqlLog(server, Optional.of(format)), WINDOW))
                    .toList();
            for (ServerLogProbe probe : probes) {
                assertThat(probe.read().value().count(Kind.SLOW)).isZero();
            }
            root.does("set log_min_duration_statement = 0");
            for (int id = 1; id <= 3; id++) {
                root.does("select count(*)\n\tfrom orders -- naïve ☃\n where id in (%d, 7) and state <> 'p''aid'"
                        .formatted(id));
            }
            root.does("set log_min_duration_statement = -1");
            assertThat(Client.fails(root, "select *\n  frm orders")).isTrue();
            assertThat(Client.fails(root, "select 1 / 0")).isTrue();
            root.does("set work_mem = '64kB'");
            root.does("select * from generate_series(1, 50000) g order by g desc offset 49999");
            holder.does("begin; update orders set state = state where id = 9");
            waiter.starts("update orders set state = state where id = 9");
            waiter.until("the wait is logged", "select pg_sleep(0.3) is not null");
            holder.does("commit");
            waiter.end().join();
            root.does("do $$ begin raise warning 'disk 7 sounds odd'; raise warning 'disk 8 sounds odd'; end $$");
            root.does("checkpoint");

            for (ServerLogProbe probe : probes) {
                ServerLog log = readUntil(probe, found -> found.count(Kind.CHECKPOINT) > 0);
                String as = log.format().name();
                assertThat(log.whole()).as(as).isTrue();
                LogGroup slow = only(log, Kind.SLOW, "from orders");
                assertThat(slow.count()).as(as).isEqualTo(3);
                assertThat(slow.shape()).isEqualTo("select count(*) from orders where id in (?) and state <> ?");
                assertThat(slow.totalMillis()).isPositive();
                assertThat(slow.example().statement())
                        .isEqualTo(
                                "select count(*)\n\tfrom orders -- naïve ☃\n where id in (3, 7) and state <> 'p''aid'");
                assertThat(slow.user()).isEqualTo("postgres");
                assertThat(slow.database()).isEqualTo(lab.primary().database());
                LogGroup syntax = only(log, Kind.ERROR, "syntax error");
                assertThat(syntax.shape()).isEqualTo("syntax error at or near \"?\"");
                assertThat(syntax.example().statement()).isEqualTo("select *\n  frm orders");
                assertThat(only(log, Kind.ERROR, "division by zero").count()).isEqualTo(1);
                assertThat(only(log, Kind.WARNING, "sounds odd").count()).isEqualTo(2);
                LogGroup temp = only(log, Kind.TEMP_FILE, "temporary file");
                assertThat(temp.bytes()).isGreaterThan(100_000);
                LogGroup wait = only(log, Kind.LOCK_WAIT, "update orders");
                assertThat(wait.count()).as(as).isEqualTo(1);
                assertThat(wait.maxMillis()).isGreaterThan(100);
            }

            rotate(root);
            root.does("set log_min_duration_statement = 0; select 'after rotation'");
            root.does("set log_min_duration_statement = -1");
            for (ServerLogProbe probe : probes) {
                ServerLog log = readUntil(
                        probe,
                        found -> found.groups().stream()
                                .anyMatch(group -> group.example().statement().contains("after rotation")));
                assertThat(only(log, Kind.SLOW, "from orders").count())
                        .as("nothing twice")
                        .isEqualTo(3);
                probe.window(Duration.ZERO);
                assertThat(probe.read().value().groups()).isEmpty();
                probe.window(WINDOW);
                assertThat(only(probe.read().value(), Kind.SLOW, "from orders").count())
                        .as("what was read once is remembered")
                        .isEqualTo(3);
            }
        }
    }

    @Test
    void saysWhatToGrantAndWhatToSet(SharedLabs labs) throws Exception {
        try (PostgresServer server = Entrance.to(labs.primary(16)).open()) {
            Fault none = fault(new ServerLogProbe(server, WINDOW));
            assertThat(none.kind()).isEqualTo(FaultKind.UNSUPPORTED);
            assertThat(none.advice()).contains("ALTER SYSTEM SET logging_collector = on; and restart");
        }
        LabPlan plan = LabPlan.primaryOnly(14).setting("logging_collector", "on");
        try (Lab lab = Lab.start(plan);
                PostgresServer server =
                        Entrance.to(lab.primary()).user("app_ro").open()) {
            ServerLogProbe probe = new ServerLogProbe(server, WINDOW);
            Fault denied = fault(probe);
            assertThat(denied.kind()).isEqualTo(FaultKind.DENIED);
            assertThat(denied.advice())
                    .contains(
                            "GRANT pg_monitor TO \"app_ro\";",
                            "GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_binary_file(text, bigint, bigint, boolean)"
                                    + " TO \"app_ro\";");
            lab.primary().execute(denied.advice().substring(denied.advice().indexOf("GRANT")));
            assertThat(probe.read().value().format()).isEqualTo(LogFormat.STDERR);
        }
    }

    /** The name has seconds in it: within one it would be the same file. */
    private static void rotate(Client root) throws Exception {
        String before = root.asks("select pg_current_logfile('csvlog')").getFirst();
        Patience.until(LIMIT, "the log is rotated", () -> {
            root.does("select pg_rotate_logfile()");
            return !root.asks("select pg_current_logfile('csvlog')").getFirst().equals(before);
        });
    }

    private interface Wanted {
        boolean isThere(ServerLog log);
    }

    /** The collector writes a moment later. */
    private static ServerLog readUntil(ServerLogProbe probe, Wanted wanted) throws Exception {
        ServerLog[] last = new ServerLog[1];
        Patience.until(LIMIT, "the log tells of it", () -> {
            try {
                last[0] = probe.read().value();
            } catch (FaultException e) {
                throw new AssertionError(e);
            }
            return wanted.isThere(last[0]);
        });
        return last[0];
    }

    private static LogGroup only(ServerLog log, Kind kind, String text) {
        List<LogGroup> found = log.groups().stream()
                .filter(group -> group.kind() == kind)
                .filter(group -> group.example().statement().contains(text)
                        || group.example().entry().message().contains(text))
                .toList();
        assertThat(found)
                .as(kind + " " + text + " in "
                        + log.groups().stream().map(LogGroup::shape).collect(Collectors.joining("\n")))
                .hasSize(1);
        return found.getFirst();
    }

    private static Fault fault(ServerLogProbe probe) {
        FaultException refused = Assertions.catchThrowableOfType(FaultException.class, probe::read);
        assertThat(refused).isNotNull();
        return refused.fault();
    }
}
