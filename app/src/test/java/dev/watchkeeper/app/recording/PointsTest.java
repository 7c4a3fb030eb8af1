package dev.watchkeeper.app.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.postgres.pulse.IndexName;
import dev.watchkeeper.postgres.pulse.Pulse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of two looks at a server. */
class PointsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static Pulse pulse(int second, long commits, Instant startedAt, boolean standby) {
        return new Pulse(
                START.plusSeconds(second),
                startedAt,
                standby,
                second * 1000L,
                standby ? new Pulse.Behind("", 4096, 1500) : null,
                commits,
                0,
                90L * second,
                10L * second,
                List.of(),
                List.of(new Pulse.Retained("s1", 77)));
    }

    private static @Nullable Double value(List<Point> points, Metric metric) {
        return points.stream()
                .filter(point -> point.metric() == metric)
                .map(Point::value)
                .findFirst()
                .orElse(null);
    }

    @Test
    void countersBecomeRates() {
        PulsePoints points = new PulsePoints();
        assertThat(points.of(pulse(10, 100, START, false)))
                .extracting(Point::metric)
                .containsExactly(Metric.SLOT_RETAINED);
        List<Point> second = points.of(pulse(20, 600, START, false));
        assertThat(value(second, Metric.COMMITS)).isEqualTo(50);
        assertThat(value(second, Metric.WAL_RATE)).isEqualTo(1000);
        assertThat(value(second, Metric.CACHE_HITS)).isEqualTo(0.9);
    }

    @Test
    void aResetOrARestartIsNoRate() {
        PulsePoints points = new PulsePoints();
        points.of(pulse(10, 1_000_000, START, false));
        assertThat(value(points.of(pulse(20, 5, START, false)), Metric.COMMITS)).isNull();
        assertThat(value(points.of(pulse(30, 900, START.plusSeconds(25), false)), Metric.COMMITS))
                .isNull();
        assertThat(value(points.of(pulse(40, 1000, START.plusSeconds(25), false)), Metric.COMMITS))
                .isEqualTo(10);
        // the clock went back: no rate, nothing infinite
        assertThat(value(points.of(pulse(35, 2000, START.plusSeconds(25), false)), Metric.COMMITS))
                .isNull();
    }

    @Test
    void aStandbysLagIsKeptUnderNoName() {
        List<Point> points = new PulsePoints().of(pulse(10, 0, START, true));
        assertThat(value(points, Metric.REPLAY_LAG_BYTES)).isEqualTo(4096);
        assertThat(value(points, Metric.REPLAY_LAG)).isEqualTo(1.5);
    }

    @Test
    void startsAndPromotionsAreMarked() {
        ServerEvents events = new ServerEvents();
        assertThat(events.of(pulse(10, 0, START, true))).isEmpty();
        assertThat(events.of(pulse(20, 0, START, true))).isEmpty();
        assertThat(events.of(pulse(30, 0, START, false)))
                .containsExactly(
                        new HistoryEvent(START.plusSeconds(30), HistoryEvent.Kind.FAILOVER, "promoted to primary"));
        Instant again = START.plusSeconds(33);
        assertThat(events.of(pulse(40, 0, again, false)))
                .containsExactly(new HistoryEvent(again, HistoryEvent.Kind.RESTART, "server started"));
    }

    @Test
    void anIndexThatWentIsNamed() {
        SchemaWatch watch = new SchemaWatch();
        IndexName one = new IndexName(1, "public", "orders_state_idx", "orders");
        IndexName other = new IndexName(2, "public", "orders_pkey", "orders");
        IndexName anew = new IndexName(3, "public", "orders_state_idx", "orders");
        assertThat(watch.of(Map.of(1L, one, 2L, other), START)).isEmpty();
        assertThat(watch.of(Map.of(2L, other), START))
                .extracting(HistoryEvent::words)
                .containsExactly("index orders_state_idx dropped");
        assertThat(watch.of(Map.of(2L, other, 3L, anew), START))
                .extracting(HistoryEvent::words)
                .containsExactly("index orders_state_idx created");
        // too many to compare: nothing is said, now or the next time
        assertThat(watch.of(Map.of(), START)).isEmpty();
        assertThat(watch.of(Map.of(1L, one), START)).isEmpty();
    }
}
