package dev.watchkeeper.app.bench;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 1000 sessions with texts of 2 KB: what a refresh costs the server and the workstation, against pg_activity. */
class SessionsBenchmark {
    private static final int REFRESHES = 60;

    @Test
    void refreshAgainstPgActivity() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(15).crowded(1000).setting("track_activity_query_size", "4096");
        try (Lab lab = Lab.start(plan);
                Crowd ignored = Crowd.in(lab.primary(), 1000, 2048);
                ServerClock clock = new ServerClock(lab.primary())) {
            clock.role("peer");
            clock.role("watchkeeper");
            Refresh own = own(lab, clock);
            Findings.say(
                    String.format("sessions: %.2f ms on the server, %.1f ms of CPU here", own.server(), own.client()));
            if (!PgActivity.isThere()) {
                Findings.say("pg_activity is not installed (Debian: pg-activity): nothing to compare with");
                return;
            }
            Refresh peer = peer(lab, clock);
            Findings.say(
                    String.format("pg_activity: %.2f ms on the server, %.1f ms of CPU", peer.server(), peer.client()));
            Findings.report(
                    "server time of a refresh of 1000 sessions / pg_activity's leanest",
                    own.server() / peer.server(),
                    0.45,
                    "x");
            Findings.report(
                    "client CPU of a refresh (fetch, decode) / pg_activity's", own.client() / peer.client(), 0.30, "x");
        }
    }

    private record Refresh(double server, double client) {}

    private static Refresh own(Lab lab, ServerClock clock) throws Exception {
        try (PostgresServer server = new PostgresServer(target(lab, "watchkeeper"), Passwords.none())) {
            SessionsProbe probe = new SessionsProbe(server);
            for (int i = 0; i < REFRESHES; i++) {
                probe.read();
            }
            clock.reset();
            long before = cpu();
            for (int i = 0; i < REFRESHES; i++) {
                probe.read();
            }
            double client = (cpu() - before) / 1e6 / REFRESHES;
            return new Refresh(clock.millis("watchkeeper") / REFRESHES, client);
        }
    }

    private static Refresh peer(Lab lab, ServerClock clock) throws Exception {
        Duration cpu = PgActivity.run(lab.primary(), "peer", Duration.ofSeconds(6), Duration.ofSeconds(30), () -> {
            try {
                clock.reset();
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        double refreshes = clock.calls("peer", "pg_stat_activity");
        return new Refresh(clock.millis("peer") / refreshes, cpu.toMillis() / refreshes);
    }

    /** Of the whole process: also what the collector and the compiler do on other threads. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    static Target target(Lab lab, String user) {
        return Target.unsaved(
                "bench",
                new Endpoint(
                        Engine.POSTGRESQL,
                        List.of(new HostPort(lab.primary().host(), lab.primary().port())),
                        lab.primary().database(),
                        user,
                        new LinkedHashMap<>()));
    }
}
