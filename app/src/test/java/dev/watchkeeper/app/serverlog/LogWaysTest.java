package dev.watchkeeper.app.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import dev.watchkeeper.postgres.serverlog.ServerLogProbe;
import dev.watchkeeper.postgres.serverlog.SqlLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server's log read on its host, against what the server itself says of it. */
final class LogWaysTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final long ALL = 64 << 20;

    private static PostgresServer open(Lab lab, String user, Optional<String> host) {
        Target target = Target.unsaved(
                "billing",
                new Endpoint(
                        Engine.POSTGRESQL,
                        List.of(new HostPort(lab.primary().host(), lab.primary().port())),
                        lab.primary().database(),
                        user,
                        new LinkedHashMap<>()));
        Placement place = new Placement(Optional.empty(), host, List.of());
        return new PostgresServer(
                new Target(
                        target.name(),
                        target.endpoint(),
                        Environment.DEVELOPMENT,
                        target.password(),
                        false,
                        List.of(),
                        target.pool(),
                        place),
                Passwords.none());
    }

    private static LogSource source(PostgresServer server) {
        return LogWays.of(server, name -> new LocalHost());
    }

    /** An odd folder, three formats, and another file each second. */
    @Test
    void theHostHasTheSameBytesAsTheServerHandsOut() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(16)
                .setting("logging_collector", "on")
                .setting("log_directory", "it's; \"log\" $(x)")
                .setting("log_destination", "stderr,csvlog,jsonlog")
                .setting("log_filename", "pg %H%M%S.log")
                .setting("log_statement", "all");
        try (Lab lab = Lab.start(plan);
                PostgresServer server = open(lab, "postgres", Optional.of("here"))) {
            Kept host = new Kept();
            Kept sql = new Kept();
            LogSource onHost = source(server);
            LogSource through = new SqlLog(server);
            ServerLogProbe probe = new ServerLogProbe(server, source(server), WINDOW);
            for (int round = 1; round <= 3; round++) {
                lab.primary().execute("set log_min_duration_statement = 0; select 'round %d'".formatted(round));
                read(onHost, host);
                rotate(lab);
            }
            lab.primary().execute("set log_min_duration_statement = 0; select 'the end'");
            Patience.until(LIMIT, "both have it", () -> {
                LogReading reading = read(onHost, host);
                read(through, sql);
                assertThat(reading.place().format()).isEqualTo("jsonlog");
                assertThat(reading.place().host()).contains("local");
                return host.text().contains("'the end'") && sql.text().contains("'the end'");
            });
            String end = "'the end'";
            assertThat(host.text().substring(0, host.text().lastIndexOf(end)))
                    .isEqualTo(sql.text().substring(0, sql.text().lastIndexOf(end)));
            assertThat(host.begins()).isEqualTo(1);
            ServerLog log = probe.read().value();
            assertThat(log.count(Kind.SLOW)).isGreaterThanOrEqualTo(4);
            assertThat(log.whole()).isTrue();
            assertThat(log.place().words()).contains("it's; \"log\" $(x)/pg ").endsWith(".json on local");
        }
    }

    private static LogReading read(LogSource source, Kept into) {
        try {
            return source.read(ALL, ALL, into);
        } catch (FaultException e) {
            throw new AssertionError(e.fault().sentence(), e);
        }
    }

    private static void rotate(Lab lab) throws Exception {
        Path named = lab.primary().dataFolder().resolve("current_logfiles");
        String before = Files.readString(named);
        Patience.until(LIMIT, "the log is rotated", () -> {
            lab.primary().execute("select pg_rotate_logfile()");
            return !Files.readString(named).equals(before);
        });
    }

    /** Without a collector, for a role that may know nothing: what the postmaster writes to its standard error. */
    @Test
    void withoutACollectorTheServersOutputIsRead() throws Exception {
        try (Lab lab = Lab.start(LabPlan.primaryOnly(14).setting("log_min_duration_statement", "0"));
                PostgresServer server = open(lab, "app_ro", Optional.of("here"))) {
            lab.primary().execute("select 'before'");
            ServerLogProbe probe = new ServerLogProbe(server, source(server), WINDOW);
            ServerLog log = until(probe, "before");
            long times = said(log, "before"); // parsed, bound and executed
            Path file = lab.primary().logFile();
            assertThat(log.place().path()).isEqualTo(file.toRealPath().toString());

            Path renamed = file.resolveSibling("re named'.log");
            Files.move(file, renamed);
            lab.primary().execute("select 'after it was renamed'");
            assertThat(until(probe, "after it was renamed").place().path())
                    .isEqualTo(renamed.toRealPath().toString());
            Files.writeString(renamed, "");
            lab.primary().execute("select 'after it was emptied'");
            ServerLog last = until(probe, "after it was emptied");
            assertThat(said(last, "before")).as("nothing twice").isEqualTo(times);
            Files.move(renamed, file);
        }
    }

    @Test
    void whereTheHostDoesNotHelpTheServerIsAskedAndTheOtherWayRound() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(18).setting("logging_collector", "on");
        try (Lab lab = Lab.start(plan);
                PostgresServer root = open(lab, "postgres", Optional.of("away"));
                PostgresServer nobody = open(lab, "app_ro", Optional.of("away"))) {
            ServerLog log = new ServerLogProbe(root, LogWays.of(root, LogWaysTest::away), WINDOW)
                    .read()
                    .value();
            assertThat(log.place().host()).isEmpty();
            assertThat(log.notThere().orElseThrow().message()).isEqualTo("away can't be reached");
            assertThat(new ServerLogProbe(nobody, source(nobody), WINDOW)
                            .read()
                            .value()
                            .place()
                            .host())
                    .as("no right to read it through the server")
                    .contains("local");
            FaultException neither = org.assertj.core.api.Assertions.catchThrowableOfType(
                    FaultException.class,
                    new ServerLogProbe(nobody, LogWays.of(nobody, LogWaysTest::away), WINDOW)::read);
            assertThat(neither.fault().kind()).isEqualTo(FaultKind.UNREACHABLE);
            assertThat(neither.fault().sentence())
                    .contains("away can't be reached", "may not read the server's log", "GRANT pg_monitor");
        }
    }

    private static dev.watchkeeper.hosts.Host away(String name) throws FaultException {
        throw new FaultException(FaultKind.UNREACHABLE, name + " can't be reached", "");
    }

    private static ServerLog until(ServerLogProbe probe, String text) throws SQLException, java.io.IOException {
        ServerLog[] last = new ServerLog[1];
        Patience.until(LIMIT, "the log tells of " + text, () -> {
            try {
                last[0] = probe.read().value();
            } catch (FaultException e) {
                throw new AssertionError(e.fault().sentence(), e);
            }
            return said(last[0], text) > 0;
        });
        return last[0];
    }

    private static long said(ServerLog log, String text) {
        return log.findings().stream()
                .filter(finding -> finding.statement().contains("'" + text + "'"))
                .count();
    }

    private static final class Kept implements dev.watchkeeper.kernel.log.LogSink {
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        private int begins;

        @Override
        public void begin(dev.watchkeeper.kernel.log.LogPlace place, boolean whole) {
            begins++;
            bytes.reset();
        }

        @Override
        public void take(byte[] piece) {
            bytes.writeBytes(piece);
        }

        int begins() {
            return begins;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
