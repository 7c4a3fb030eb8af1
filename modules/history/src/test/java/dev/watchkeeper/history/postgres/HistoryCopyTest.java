package dev.watchkeeper.history.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.keeping.HistoryCopy;
import dev.watchkeeper.history.keeping.Samples;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a file into a PostgreSQL and back into another file. */
@ExtendWith(LabExtension.class)
class HistoryCopyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueryRef QUERY = new QueryRef("shop", 1);

    @TempDir
    private Path folder;

    @Test
    void everythingArrivesInEveryGrain(SharedLabs labs) throws Exception {
        Clock clock = Clock.systemUTC();
        try (SqliteHistory file = SqliteHistory.open(folder.resolve("one.db"), clock, warning -> {});
                PostgresHistory shared = PostgresHistory.open(LabEntrance.empty(labs.primary()), clock);
                SqliteHistory back = SqliteHistory.open(folder.resolve("two.db"), clock, warning -> {})) {
            record(file);
            // so that other numbers are taken there
            shared.write(Samples.second("billing", NOON, 1, 1));
            shared.write(Batch.of("billing")
                    .withWorkload(Samples.workload(NOON, NOON.plusSeconds(60), 7, new Random(3)), Map.of()));
            long rows = new HistoryCopy(file, shared, line -> {}).run();
            assertThat(rows).isGreaterThan(60);
            new HistoryCopy(file, shared, line -> {}).run();
            assertSame(file, shared);
            new HistoryCopy(shared, back, line -> {}).run();
            assertSame(file, back);
            assertThat(back.targets()).containsExactly("billing", "shop");
            file.prune(Retention.DEFAULT, NOON.plus(Duration.ofDays(40)));
            new HistoryCopy(file, shared, line -> {}).run();
            assertSame(file, shared);
        }
    }

    /** Hours of March 1, minutes of the 9th, seconds at the end. */
    private static void record(HistoryStore history) throws Exception {
        List<Batch> batches = new ArrayList<>();
        for (int day : new int[] {0, 8, 9}) {
            for (int minute = 0; minute < 120; minute += 3) {
                Instant at = NOON.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute));
                batches.add(Samples.second("shop", at, day, minute % 5));
                batches.add(Batch.of("shop")
                        .withWorkload(
                                Samples.workload(at, at.plusSeconds(60), 20, new Random(minute)),
                                Map.of(QUERY, "select 1")));
            }
        }
        batches.add(Batch.of("shop").withEvents(List.of(new HistoryEvent(NOON, HistoryEvent.Kind.RESTART, "again"))));
        history.writeAll(batches);
        history.prune(Retention.DEFAULT, NOON.plus(Duration.ofDays(9)).plus(Duration.ofHours(3)));
    }

    private static void assertSame(HistoryStore one, HistoryStore other) throws Exception {
        Interval all = new Interval(NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(11)));
        assertThat(other.workload("shop", all).total().calls())
                .isEqualTo(one.workload("shop", all).total().calls());
        assertThat(other.workload("shop", all).total().execMs())
                .isCloseTo(one.workload("shop", all).total().execMs(), within(1e-3));
        assertThat(other.activity("shop", ActivityBy.WAIT_EVENT, all, 12, 5))
                .isEqualTo(one.activity("shop", ActivityBy.WAIT_EVENT, all, 12, 5));
        assertThat(other.series("shop", Metric.SESSIONS, all, 12))
                .isEqualTo(one.series("shop", Metric.SESSIONS, all, 12));
        assertThat(other.texts("shop", List.of(QUERY))).isEqualTo(Map.of(QUERY, "select 1"));
        assertThat(other.events("shop", all)).isEqualTo(one.events("shop", all));
    }
}
