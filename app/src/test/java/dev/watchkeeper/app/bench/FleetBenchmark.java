package dev.watchkeeper.app.bench;

import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** 200 targets polled every two seconds, ten of them dead: the others should lose nothing. */
class FleetBenchmark {
    private static final int ALIVE = 190;
    private static final int DEAD = 10;
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int TICKS = 10;

    @Test
    void deadServersCostTheOthersNothing() throws Exception {
        LabPlan plan = LabPlan.primaryOnly(LabPlan.NEWEST).setting("max_connections", "400");
        List<PostgresServer> servers = new ArrayList<>();
        try (Lab lab = Lab.start(plan);
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Poller poller = new Poller(Clock.systemUTC())) {
            List<AtomicInteger> answers = new ArrayList<>();
            for (int i = 0; i < ALIVE + DEAD; i++) {
                int port = i < ALIVE ? lab.primary().port() : silent.getLocalPort();
                PostgresServer server =
                        new PostgresServer(target(i, port, lab.primary().database()), Passwords.none());
                server.probeTimeout(Duration.ofMillis(1800));
                servers.add(server);
                AtomicInteger fresh = new AtomicInteger();
                if (i < ALIVE) {
                    answers.add(fresh);
                }
                poller.subscribe(new SessionsProbe(server), INTERVAL, poll -> {
                    if (poll instanceof Poll.Fresh<?>) {
                        fresh.incrementAndGet();
                    }
                });
            }
            // the first round opens the connections
            LockSupport.parkNanos(INTERVAL.multipliedBy(3).toNanos());
            int before = answers.stream().mapToInt(AtomicInteger::get).sum();
            LockSupport.parkNanos(INTERVAL.multipliedBy(TICKS).toNanos());
            int answered = answers.stream().mapToInt(AtomicInteger::get).sum() - before;
            Findings.say("fleet: " + answered + " answers of " + ALIVE + " live targets in " + TICKS + " ticks, " + DEAD
                    + " dead beside them");
            Findings.report("ticks lost by live targets", Math.max(0, ALIVE * (TICKS - 1) - answered), 0, "");
        } finally {
            servers.forEach(PostgresServer::close);
        }
    }

    private static Target target(int number, int port, String database) {
        return Target.unsaved(
                "target-" + number,
                new Endpoint(
                        Engine.POSTGRESQL,
                        List.of(new HostPort("127.0.0.1", port)),
                        database,
                        "postgres",
                        new LinkedHashMap<>()));
    }
}
