package dev.watchkeeper.history.keeping;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a recorder might write. */
public final class Samples {
    public static final ActivityKey CPU = new ActivityKey("active", "", "", "shop", "app_rw", 11);
    public static final ActivityKey LOCK = new ActivityKey("active", "Lock", "transactionid", "shop", "app_rw", 12);
    public static final ActivityKey IDLE = new ActivityKey("idle", "Client", "ClientRead", "shop", "app_ro", 0);

    private Samples() {}

    public static StatementId statement(long queryId) {
        return new StatementId("shop", "app_rw", queryId, true);
    }

    public static StatementFigures figures(long calls, double execMs) {
        double mean = execMs / Math.max(1, calls);
        return new StatementFigures(
                calls,
                calls,
                1.25,
                execMs,
                calls * mean * mean,
                mean / 2,
                mean * 2,
                calls * 3,
                100,
                7,
                3,
                2,
                5,
                6,
                0.5,
                0.25,
                calls,
                calls * 80,
                0.125);
    }

    /** A minute's statements, each of another cost; more than a store tells apart if there are more than 100. */
    public static Workload workload(Instant from, Instant to, int statements, Random random) {
        List<StatementUse> uses = new ArrayList<>();
        for (int i = 1; i <= statements; i++) {
            uses.add(new StatementUse(
                    statement(i), figures(1 + random.nextInt(1000), 1 + random.nextInt(100_000) / 10.0 / i)));
        }
        return new Workload(from, to, uses, List.of());
    }

    public static ActivitySample activity(Instant at, int running, int waiting) {
        return new ActivitySample(at, Map.of(CPU, running, LOCK, waiting, IDLE, 40));
    }

    public static Batch second(String target, Instant at, int running, int waiting) {
        return Batch.of(target)
                .withActivity(List.of(activity(at, running, waiting)))
                .withPoints(List.of(
                        new Point(Metric.SESSIONS, "active", at, running + waiting),
                        new Point(Metric.CACHE_HITS, "", at, 0.99 + running / 10_000.0)));
    }
}
