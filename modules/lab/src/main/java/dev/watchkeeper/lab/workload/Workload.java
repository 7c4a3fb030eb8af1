package dev.watchkeeper.lab.workload;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.postgres.SqlScript;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Applications at work on a primary: readers, writers, a reporting query. About fifty small transactions a second. */
public final class Workload implements AutoCloseable {
    private static final SqlScript SQL = SqlScript.beside(Workload.class, "workload.sql");

    private final CountDownLatch end = new CountDownLatch(1);

    private Workload() {}

    public static Workload on(PostgresServer primary) {
        Workload workload = new Workload();
        for (Job job : jobs()) {
            Worker worker = new Worker(primary, job, workload.end);
            Thread.ofVirtual().name("workload-" + job.application()).start(worker::run);
        }
        return workload;
    }

    private static List<Job> jobs() {
        return List.of(
                job("app_rw", "checkout", 250, "place order", "take from stock", "write log"),
                job("app_rw", "checkout", 300, "place order", "take from stock", "write log"),
                job("app_rw", "worker", 400, "take job", "pay order", "book", "write log"),
                job("app_rw", "worker", 5_000, "refill stock", "reopen jobs", "trim log", "trim orders"),
                job("app_ro", "api", 100, "show product"),
                job("app_ro", "api", 150, "list orders"),
                job("app_ro", "api", 200, "find customer"),
                job("app_ro", "api", 60, "track parcel"),
                job("reporting", "Metabase", 6_000, "revenue"));
    }

    private static Job job(String user, String application, int pauseMillis, String... parts) {
        return new Job(user, application, Stream.of(parts).map(SQL::part).toList(), Duration.ofMillis(pauseMillis));
    }

    /** Lets everybody finish what he is at, and leave. */
    @Override
    public void close() {
        end.countDown();
    }
}
