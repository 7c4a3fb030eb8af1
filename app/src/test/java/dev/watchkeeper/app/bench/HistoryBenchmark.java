package dev.watchkeeper.app.bench;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of 20 servers in the embedded store: activity and six numbers each second, 200 statements each minute, of 1000
 * that there are, rolled up every ten minutes as a console does.
 */
class HistoryBenchmark {
    private static final int TARGETS = 20;
    private static final int SECONDS = 86_400;
    /** What a queue collects into one transaction. */
    private static final int TOGETHER = 2;

    private static final int PRUNE = 600;
    private static final int STATEMENTS = 1000;
    private static final int ACTIVE = 200;
    private static final int READINGS = 7;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(SECONDS);
    private static final List<String> WAITS = List.of(
            "",
            "",
            "",
            "IO: DataFileRead",
            "IO: WALSync",
            "LWLock: WALWrite",
            "Lock: transactionid",
            "Client: ClientRead");

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private long cpu;
    private long slowest;

    @Test
    void aDayOfTwentyServers() throws Exception {
        Path file = folder.resolve("history.db");
        try (HistoryStore history = SqliteHistory.open(file, Clock.fixed(END, ZoneOffset.UTC), Findings::say)) {
            record(history);
            Findings.report("a day of 20 servers in the store", Files.size(file) / 1e6, 200, "MB");
            Findings.report("writing and rolling it up, share of a core", cpu / 1e9 / SECONDS * 100, 2, "%");
            Findings.say(String.format("the longest that one transaction or roll-up held the store: %d ms", slowest));
        }
        try (HistoryStore history = SqliteHistory.open(file, Clock.fixed(END, ZoneOffset.UTC), Findings::say)) {
            charts(history);
        }
    }

    private void charts(HistoryStore history) throws Exception {
        String target = "server-07";
        Interval day = new Interval(BEGIN, END);
        Interval recent = Interval.last(Duration.ofMinutes(15), END);
        StatementId one = history.workload(target, recent).uses().getFirst().id();
        measure("activity of a day", () -> history.activity(target, ActivityBy.WAIT_EVENT, day, 480, 12));
        measure("activity of a day, by statement", () -> history.activity(target, ActivityBy.STATEMENT, day, 480, 12));
        measure("activity of 15 minutes", () -> history.activity(target, ActivityBy.WAIT_EVENT, recent, 450, 12));
        measure("time by statement of a day", () -> history.timeByStatement(target, day, 480, 12));
        measure("time by statement of 15 minutes", () -> history.timeByStatement(target, recent, 450, 12));
        measure("workload of a day", () -> history.workload(target, day));
        measure("one statement over a day", () -> history.statement(target, one, day, 480));
        measure("a number over a day", () -> history.series(target, Metric.SESSIONS, day, 480));
        measure("events of a day", () -> history.events(target, day));
    }

    /** The first reading is told too: nothing was read from the file before. */
    private static void measure(String what, Callable<?> chart) throws Exception {
        double[] millis = new double[READINGS];
        for (int i = 0; i < READINGS; i++) {
            long start = System.nanoTime();
            chart.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        Findings.report(String.format("%s (the first time %.0f ms)", what, first), millis[READINGS / 2], 300, "ms");
    }

    private void record(HistoryStore history) throws FaultException {
        List<Batch> batches = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            for (int target = 0; target < TARGETS; target++) {
                batches.add(batch(target, second));
            }
            if (second % TOGETHER == TOGETHER - 1) {
                List<Batch> together = List.copyOf(batches);
                timed(() -> history.writeAll(together));
                batches.clear();
            }
            if (second % PRUNE == PRUNE - 1) {
                Instant now = BEGIN.plusSeconds(second);
                timed(() -> history.prune(Retention.DEFAULT, now));
            }
        }
    }

    private interface Work {
        void run() throws FaultException;
    }

    private void timed(Work work) throws FaultException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long began = System.nanoTime();
        work.run();
        cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        slowest = Math.max(slowest, (System.nanoTime() - began) / 1_000_000);
    }

    private Batch batch(int target, int second) {
        Instant at = BEGIN.plusSeconds(second).plusMillis(37L * target);
        String name = String.format("server-%02d", target);
        Batch batch = Batch.of(name);
        if (second % 60 == target % 60) {
            batch = batch.withWorkload(workload(at), texts(second));
        }
        return batch.withActivity(List.of(activity(at))).withPoints(points(at));
    }

    private ActivitySample activity(Instant at) {
        Map<ActivityKey, Integer> sessions = new HashMap<>();
        sessions.put(new ActivityKey("idle", "Client", "ClientRead", "shop", "app_rw", 0), 150 + random.nextInt(9));
        int active = random.nextInt(12);
        for (int i = 0; i < active; i++) {
            String[] wait = WAITS.get(random.nextInt(WAITS.size())).split(": ", 2);
            String event = wait.length > 1 ? wait[1] : "";
            sessions.merge(new ActivityKey("active", wait[0], event, "shop", "app_rw", often()), 1, Integer::sum);
        }
        return new ActivitySample(at, sessions);
    }

    /** Few statements run most of the time. */
    private long often() {
        double draw = random.nextDouble();
        return 1 + (long) (draw * draw * draw * STATEMENTS);
    }

    private List<Point> points(Instant at) {
        return List.of(
                new Point(Metric.SESSIONS, "active", at, random.nextInt(12)),
                new Point(Metric.SESSIONS, "idle", at, 150 + random.nextInt(9)),
                new Point(Metric.LOCK_WAITERS, "", at, random.nextInt(2)),
                new Point(Metric.REPLAY_LAG_BYTES, "standby-1", at, random.nextInt(1_000_000)),
                new Point(Metric.WAL_RATE, "", at, random.nextInt(20_000_000)),
                new Point(Metric.COMMITS, "", at, random.nextInt(40_000) / 10.0));
    }

    private Workload workload(Instant at) {
        Map<Long, StatementUse> uses = new HashMap<>();
        while (uses.size() < ACTIVE) {
            long query = often();
            uses.put(query, use(query));
        }
        return new Workload(at.minusSeconds(60), at, List.copyOf(uses.values()), List.of());
    }

    private StatementUse use(long query) {
        long calls = 1L + random.nextInt(5000);
        double exec = calls * (0.05 + random.nextDouble() * 20 / query);
        double mean = exec / calls;
        boolean writes = query % 3 == 0;
        return new StatementUse(
                new StatementId("shop", query % 5 == 0 ? "app_ro" : "app_rw", 0x5DEECE66DL * query, true),
                new StatementFigures(
                        calls,
                        0,
                        0,
                        exec,
                        calls * mean * mean * 1.3,
                        0.01 * (1 + query % 7),
                        50.0 + query % 900,
                        calls * 3,
                        calls * (4 + random.nextInt(9)),
                        random.nextInt(500),
                        writes ? random.nextInt(300) : 0,
                        writes ? random.nextInt(30) : 0,
                        0,
                        0,
                        random.nextInt(400) / 10.0,
                        0,
                        writes ? calls * 2 : 0,
                        writes ? calls * (200 + random.nextInt(90)) : 0,
                        0));
    }

    /** The first reading finds all texts new, for every server the same: copies of one application. */
    private static Map<QueryRef, String> texts(int second) {
        Map<QueryRef, String> texts = new HashMap<>();
        if (second < 60) {
            for (long query = 1; query <= STATEMENTS; query++) {
                texts.put(
                        new QueryRef("shop", 0x5DEECE66DL * query),
                        "select o.id, o.state, o.total from orders o join customers c on c.id = o.customer where c.id = $1"
                                + " and o.note <> '" + "x".repeat(400) + query + "'");
            }
        }
        return texts;
    }
}
