package dev.watchkeeper.history.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.sqlite.BreakableHistory;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryQueueTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HistoryQueue.Rhythm QUICK =
            new HistoryQueue.Rhythm(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofDays(1));
    private static final HistoryQueue.Rhythm LAZY =
            new HistoryQueue.Rhythm(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(1));

    @TempDir
    private Path folder;

    private final BlockingQueue<Fault> faults = new LinkedBlockingQueue<>();

    @Test
    void whatWaitsIsWrittenWhenItCloses() throws Exception {
        try (BreakableHistory history = BreakableHistory.open(folder.resolve("history.db"))) {
            HistoryQueue queue = queue(history.store(), LAZY);
            queue.add(batch(0));
            queue.add(batch(1));
            queue.close();
            assertThat(seconds(history.store())).isEqualTo(2);
            queue.add(batch(2));
            assertThat(seconds(history.store())).isEqualTo(2);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aFullDiskIsToldOnceAndItGoesOnWhenThereIsRoomAgain() throws Exception {
        try (BreakableHistory history = BreakableHistory.open(folder.resolve("history.db"));
                HistoryQueue queue = queue(history.store(), QUICK)) {
            queue.add(batch(0));
            assertThat(queue.flush(PATIENCE)).isTrue();
            history.fillDisk();
            queue.add(large(1));
            Fault fault = faults.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(fault).isNotNull().extracting(Fault::sentence).asString().contains("the disk is full", "Free");
            queue.add(large(2));
            assertThat(queue.flush(Duration.ofMillis(100))).isFalse();
            history.freeDisk();
            assertThat(queue.flush(PATIENCE)).isTrue();
            assertThat(faults).as("told once").isEmpty();
            assertThat(queue.fault()).isEmpty();
            assertThat(queue.lost()).isZero();
            assertThat(seconds(history.store())).isEqualTo(3);
        }
    }

    private HistoryQueue queue(HistoryStore store, HistoryQueue.Rhythm rhythm) {
        return new HistoryQueue(store, Retention.DEFAULT, rhythm, Clock.fixed(NOON, ZoneOffset.UTC), faults::add)
                .start();
    }

    private static Batch batch(int second) {
        return Batch.of("shop")
                .withPoints(List.of(new Point(Metric.SESSIONS, "active", NOON.plusSeconds(second), second)));
    }

    /** Needs new pages. */
    private static Batch large(int second) {
        return batch(second)
                .withPlans(List.of(
                        new KeptPlan(new QueryRef("shop", second), "Seq Scan", NOON, NOON, "x".repeat(100_000))));
    }

    private static int seconds(HistoryStore store) throws Exception {
        return store.series("shop", Metric.SESSIONS, Interval.last(Duration.ofHours(1), NOON.plusSeconds(600)), 4000)
                .getFirst()
                .bins()
                .size();
    }
}
