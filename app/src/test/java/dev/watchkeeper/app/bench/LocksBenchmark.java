package dev.watchkeeper.app.bench;

import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.locks.Member;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 800 waiters with texts of 2 KB: the forest against the wiki's query, in time and in edges; {@code pg_blocking_pids} is the truth. */
class LocksBenchmark {
    private static final int REFRESHES = 40;
    private static final int TEXT_BYTES = 2048;

    @Test
    void oneRowQueueOf800() throws Exception {
        compare("row queue of 800", List.of(800), List.of());
    }

    @Test
    void mixedForestOf800() throws Exception {
        compare("mixed forest of 800", List.of(100), List.of(699));
    }

    private static void compare(String name, List<Integer> rowQueues, List<Integer> tableQueues) throws Exception {
        LabPlan plan = LabPlan.primaryOnly(15).crowded(1000).setting("track_activity_query_size", "4096");
        List<Story> stories = new ArrayList<>();
        try (Lab lab = Lab.start(plan);
                ServerClock clock = new ServerClock(lab.primary())) {
            rowQueues.forEach(n -> stories.add(Stories.on(lab.primary()).rowQueue(n, TEXT_BYTES)));
            tableQueues.stream()
                    .limit(1)
                    .forEach(n -> stories.add(Stories.on(lab.primary()).tableQueue(n, TEXT_BYTES)));
            for (Story story : stories) {
                story.stage();
            }
            clock.role("peer");
            clock.role("watchkeeper");
            measure(name, lab, clock);
        } finally {
            stories.forEach(Story::close);
        }
    }

    private static void measure(String name, Lab lab, ServerClock clock) throws Exception {
        try (PostgresServer server =
                        new PostgresServer(SessionsBenchmark.target(lab, "watchkeeper"), Passwords.none());
                Connection peer = DriverManager.getConnection(ServerClock.url(lab.primary(), "peer"))) {
            LocksProbe probe = new LocksProbe(server);
            probe.read();
            clock.reset();
            for (int i = 0; i < REFRESHES; i++) {
                probe.read();
                wiki(peer);
            }
            double own = clock.millis("watchkeeper") / REFRESHES;
            double wiki = clock.millis("peer") / REFRESHES;
            Findings.say(String.format("%s: forest %.2f ms, wiki %.2f ms on the server", name, own, wiki));
            Findings.report(
                    "server time of the forest, " + name + " / the wiki's query with granted", own / wiki, 0.30, "x");
            Set<List<Integer>> truth = truth(peer);
            Set<List<Integer>> found = edges(probe.read().value());
            Findings.report("false edges of " + truth.size(), minus(found, truth), 0, "");
            Findings.report("missed edges of " + truth.size(), minus(truth, found), 0, "");
        }
    }

    private static long wiki(Connection connection) throws SQLException, IOException {
        try (var in = Objects.requireNonNull(LocksBenchmark.class.getResourceAsStream("wiki_with_granted.sql"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            long rows = 0;
            while (result.next()) {
                rows++;
            }
            return rows;
        }
    }

    private static Set<List<Integer>> truth(Connection connection) throws SQLException {
        Set<List<Integer>> edges = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select distinct l.pid, b.pid from pg_locks l, unnest(pg_blocking_pids(l.pid)) b (pid) where not l.granted")) {
            while (result.next()) {
                edges.add(List.of(result.getInt(1), result.getInt(2)));
            }
        }
        return edges;
    }

    private static Set<List<Integer>> edges(BlockingForest forest) {
        Set<List<Integer>> edges = new HashSet<>();
        for (Member member : forest.members()) {
            forest.blockersOf(member.party())
                    .forEach(edge -> edges.add(
                            List.of(edge.waiter().pid(), edge.blocker().pid())));
        }
        return edges;
    }

    private static double minus(Set<List<Integer>> some, Set<List<Integer>> others) {
        return (int) some.stream().filter(edge -> !others.contains(edge)).count();
    }
}
