package dev.watchkeeper.history.keeping;

import static dev.watchkeeper.history.keeping.Samples.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.history.Stack;
import dev.watchkeeper.history.StatementPoint;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever keeps it. */
@SuppressWarnings("NullAway.Init") // opened before each test
public abstract class HistoryContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SHOP = "shop";

    private HistoryStore history;

    /** An empty one. */
    protected abstract HistoryStore open() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        history = open();
    }

    @AfterEach
    void end() {
        history.close();
    }

    @Test
    void whoComesAfterItWasClosedIsToldSo() {
        history.close();
        assertThatThrownBy(() -> history.targets())
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> history.claim(SHOP, "me", Duration.ofMinutes(1)))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("is closed");
    }

    private static Interval minutes(int from, int to) {
        return new Interval(NOON.plus(Duration.ofMinutes(from)), NOON.plus(Duration.ofMinutes(to)));
    }

    private static Instant second(int second) {
        return NOON.plusSeconds(second);
    }

    @Test
    void nothingIsKnownOfAServerThatNobodyRecorded() throws Exception {
        assertThat(history.targets()).isEmpty();
        assertThat(history.extent(SHOP)).isEmpty();
        assertThat(history.workload(SHOP, minutes(0, 5)).length()).isZero();
        assertThat(history.activity(SHOP, ActivityBy.WAIT_EVENT, minutes(0, 5), 5, 3)
                        .others())
                .hasSize(5)
                .allMatch(value -> value.isNaN());
        assertThat(history.series(SHOP, Metric.SESSIONS, minutes(0, 5), 10)).isEmpty();
    }

    @Test
    void whatWasWrittenIsReadAgain() throws Exception {
        StatementFigures figures = Samples.figures(10, 25);
        Workload workload = new Workload(
                NOON,
                second(60),
                List.of(new StatementUse(statement(7), figures)),
                List.of(new Interruption(Interruption.Kind.RESET, second(30))));
        QueryRef query = new QueryRef("shop", 7);
        HistoryEvent event = new HistoryEvent(second(10), HistoryEvent.Kind.ACTION, "index dropped");
        KeptPlan plan = new KeptPlan(query, "Seq Scan", NOON, second(10), "[{}]");
        history.write(Batch.of(SHOP)
                .withWorkload(workload, Map.of(query, "select ☃ from \"orders\""))
                .withEvents(List.of(event))
                .withPlans(List.of(plan)));
        assertThat(history.workload(SHOP, minutes(0, 2))).isEqualTo(workload);
        assertThat(history.texts(SHOP, List.of(query, new QueryRef("shop", 8))))
                .isEqualTo(Map.of(query, "select ☃ from \"orders\""));
        assertThat(history.events(SHOP, minutes(0, 1))).containsExactly(event);
        assertThat(history.plans(SHOP, query)).containsExactly(plan);
        assertThat(history.statement(SHOP, statement(7), minutes(0, 10), 100))
                .containsExactly(new StatementPoint(NOON, Duration.ofMinutes(1), figures));
        assertThat(history.info().targets()).singleElement().satisfies(one -> {
            assertThat(one.target()).isEqualTo(SHOP);
            assertThat(one.rows()).isEqualTo(1);
        });
    }

    @Test
    void averageActiveSessionsLeaveOutThoseThatAreIdle() throws Exception {
        for (int second = 0; second < 60; second++) {
            history.write(Samples.second(SHOP, second(second), 4, second < 30 ? 0 : 8));
        }
        Stack<String> stack = history.activity(SHOP, ActivityBy.WAIT_EVENT, minutes(0, 2), 4, 5);
        assertThat(stack.step()).isEqualTo(Duration.ofSeconds(30));
        assertThat(stack.layers())
                .containsExactly(
                        new Stack.Layer<>("CPU", List.of(4.0, 4.0, Double.NaN, Double.NaN)),
                        new Stack.Layer<>("Lock: transactionid", List.of(0.0, 8.0, Double.NaN, Double.NaN)));
        assertThat(stack.others()).containsExactly(0.0, 0.0, Double.NaN, Double.NaN);
        Stack<String> top = history.activity(SHOP, ActivityBy.WAIT_TYPE, minutes(0, 1), 1, 0);
        assertThat(top.layers()).isEmpty();
        assertThat(top.others()).containsExactly(8.0);
    }

    @Test
    void samplesEveryTenSecondsLeaveNoHolesInTheChart() throws Exception {
        for (int second = 0; second < 600; second += 10) {
            history.write(Samples.second(SHOP, second(second + second % 3), 2, 0));
        }
        Stack<String> stack = history.activity(SHOP, ActivityBy.WAIT_TYPE, minutes(0, 10), 600, 1);
        assertThat(stack.layers())
                .singleElement()
                .satisfies(layer -> assertThat(layer.values())
                        .hasSizeGreaterThan(30)
                        .allMatch(value -> Math.abs(value - 2) < 1e-9));
    }

    @Test
    void theStepsOfAMetricAreThoseInWhichItWasMeasured() throws Exception {
        for (int second = 0; second < 600; second += 10) {
            history.write(point(Metric.LOCK_WAITERS, second + 1, 3));
            history.write(point(Metric.WAL_RATE, second + 2, 7));
            history.write(point(Metric.CACHE_HITS, second + 4, 0.9));
        }
        assertThat(history.series(SHOP, Metric.LOCK_WAITERS, minutes(0, 10), 600))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.step()).isEqualTo(Duration.ofSeconds(10));
                    assertThat(line.bins()).hasSize(60).allMatch(bin -> bin.mean() == 3);
                });
    }

    private static Batch point(Metric metric, int second, double value) {
        return Batch.of(SHOP).withPoints(List.of(new Point(metric, "", second(second), value)));
    }

    @Test
    void aQuietStepIsNotAnUnseenOne() throws Exception {
        history.write(step(0, List.of(new StatementUse(statement(1), Samples.figures(6, 600)))));
        history.write(step(1, List.of()));
        history.write(step(3, List.of(new StatementUse(statement(1), Samples.figures(6, 1200)))));
        Stack<StatementId> stack = history.timeByStatement(SHOP, minutes(0, 4), 4, 10);
        assertThat(stack.layers())
                .containsExactly(new Stack.Layer<>(statement(1), List.of(10.0, 0.0, Double.NaN, 20.0)));
        assertThat(history.workload(SHOP, minutes(0, 4)).interruptions())
                .containsExactly(
                        new Interruption(Interruption.Kind.UNSEEN, minutes(2, 2).from()));
    }

    private static Batch step(int minute, List<StatementUse> uses) {
        Interval step = minutes(minute, minute + 1);
        return Batch.of(SHOP).withWorkload(new Workload(step.from(), step.to(), uses, List.of()), Map.of());
    }

    @Test
    void rollingUpKeepsEverySum() throws Exception {
        Random random = new Random(1);
        // read at odd moments, as recorders do
        List<Batch> recorded = new ArrayList<>();
        Instant from = NOON.minusMillis(300);
        for (int minute = 0; minute < 240; minute++) {
            Instant to = minutes(minute, minute + 1).to().plusMillis(random.nextInt(2000) - 1000);
            recorded.add(Batch.of(SHOP).withWorkload(Samples.workload(from, to, 130, random), Map.of()));
            from = to;
        }
        for (int second = 0; second < 4 * 3600; second += 7) {
            recorded.add(Samples.second(SHOP, second(second), random.nextInt(9), random.nextInt(3)));
        }
        history.writeAll(recorded);
        Instant now = NOON.plus(Duration.ofDays(8));
        Picture before = picture();
        assertThat(before.total().calls()).isPositive();
        history.prune(Retention.DEFAULT, NOON.plus(Duration.ofHours(7)));
        before.assertSame(picture());
        assertThat(history.prune(Retention.DEFAULT, now.plus(Duration.ofDays(2))))
                .isPositive();
        before.assertSame(picture());
        assertThat(history.info().targets().getFirst().rows()).as("rolled up").isLessThan(100);
        long again = history.prune(Retention.DEFAULT, now.plus(Duration.ofDays(2)));
        assertThat(again).isZero();
        before.assertSame(picture());
    }

    /** What charts of the four hours show, in steps of an hour. */
    private Picture picture() throws FaultException {
        List<Double> numbers = new ArrayList<>();
        Interval hours = minutes(0, 240);
        Stack<String> activity = history.activity(SHOP, ActivityBy.WAIT_TYPE, hours, 4, 5);
        activity.layers().forEach(layer -> numbers.addAll(layer.values()));
        for (Series series : history.series(SHOP, Metric.SESSIONS, hours, 4)) {
            for (Series.Bin bin : series.bins()) {
                numbers.addAll(List.of(bin.min(), bin.mean(), bin.max()));
            }
        }
        StatementFigures one = StatementFigures.NONE;
        for (StatementPoint point : history.statement(SHOP, statement(1), hours, 4)) {
            one = one.plus(point.figures());
        }
        return new Picture(numbers, history.workload(SHOP, hours).total(), one);
    }

    private record Picture(List<Double> numbers, StatementFigures total, StatementFigures one) {
        void assertSame(Picture later) {
            assertThat(later.numbers).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(later.numbers.get(i)).isCloseTo(numbers.get(i), within(1e-9));
            }
            assertThat(later.total).isEqualTo(total);
            assertThat(later.one.calls()).isEqualTo(one.calls());
            assertThat(later.one.execMs()).isCloseTo(one.execMs(), within(1e-6));
        }
    }

    @Test
    void theLongTailIsKeptAsOne() throws Exception {
        Workload all = Samples.workload(NOON, second(60), 250, new Random(2));
        history.write(Batch.of(SHOP).withWorkload(all, Map.of()));
        Workload kept = history.workload(SHOP, minutes(0, 1));
        assertThat(kept.uses())
                .hasSize(101)
                .filteredOn(use -> use.id().isOthers())
                .hasSize(1);
        assertThat(kept.total().calls()).isEqualTo(all.total().calls());
        assertThat(kept.total().execMs()).isCloseTo(all.total().execMs(), within(0.2));
    }

    @Test
    void aClockThatWasPutBackBreaksNothing() throws Exception {
        history.write(Samples.second(SHOP, second(10), 2, 0));
        history.write(Samples.second(SHOP, second(9), 4, 0));
        history.write(Samples.second(SHOP, second(10), 4, 0));
        Stack<String> stack = history.activity(SHOP, ActivityBy.WAIT_TYPE, minutes(0, 1), 1, 5);
        assertThat(stack.layers().getFirst().values())
                .singleElement()
                .satisfies(value -> assertThat(value).isCloseTo(10 / 3.0, within(1e-9)));
        history.write(step(5, List.of(new StatementUse(statement(1), Samples.figures(1, 1)))));
        history.write(step(1, List.of(new StatementUse(statement(1), Samples.figures(1, 1)))));
        history.write(step(5, List.of(new StatementUse(statement(1), Samples.figures(1, 1)))));
        assertThat(history.workload(SHOP, minutes(0, 10)).total().calls())
                .as("the same step is kept once")
                .isEqualTo(2);
    }

    @Test
    void junkIsKeptAsWellAsItCanBe() throws Exception {
        QueryRef query = new QueryRef("sh\0op\ud83d", 5);
        String large = "select '" + "x".repeat(1_000_000) + "'";
        StatementId id = new StatementId("sh\0op\ud83d", "app_rw", 5, true);
        history.write(Batch.of(SHOP)
                .withEvents(List.of(new HistoryEvent(NOON, HistoryEvent.Kind.ACTION, "half \ude00 a character\0")))
                .withWorkload(
                        new Workload(NOON, second(60), List.of(new StatementUse(id, Samples.figures(1, 1))), List.of()),
                        Map.of(new QueryRef(SHOP, 6), large)));
        assertThat(history.texts(SHOP, List.of(new QueryRef(SHOP, 6), query))).containsValue(large);
        assertThat(history.events(SHOP, minutes(0, 1)).getFirst().words()).isEqualTo("half ? a character");
        assertThat(history.workload(SHOP, minutes(0, 1)).uses()).hasSize(1);
        assertThat(history.statement(SHOP, id, minutes(0, 1), 1)).hasSize(1);
    }

    @Test
    void aPlanThatComesBackIsNews() throws Exception {
        QueryRef query = new QueryRef("shop", 5);
        for (String shape : List.of("A", "A", "B", "A")) {
            Instant at = second(history.plans(SHOP, query).size() * 10);
            history.write(Batch.of(SHOP)
                    .withPlans(List.of(new KeptPlan(query, shape, at, at.plusSeconds(5), "[\"" + shape + "\"]"))));
        }
        assertThat(history.plans(SHOP, query)).extracting(KeptPlan::shape).containsExactly("A", "B", "A");
    }

    @Test
    void whatIsTooOldGoes() throws Exception {
        history.write(Samples.second(SHOP, NOON, 1, 1));
        history.write(step(0, List.of(new StatementUse(statement(1), Samples.figures(1, 1)))));
        history.prune(Retention.DEFAULT, NOON.plus(Duration.ofDays(420)));
        assertThat(history.extent(SHOP)).isEmpty();
        assertThat(history.targets()).containsExactly(SHOP);
    }

    @Test
    void oneRecorderAServer() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        assertThat(history.claim(SHOP, "one", minute).isHeldBy("one")).isTrue();
        assertThat(history.claim(SHOP, "two", minute).holder()).isEqualTo("one");
        assertThat(history.claim(SHOP, "one", minute).isHeldBy("one")).isTrue();
        assertThat(history.claim("other", "two", minute).isHeldBy("two")).isTrue();
        assertThat(history.claim(SHOP, "two", Duration.ZERO).isHeldBy("two"))
                .as("the first one said nothing for too long")
                .isTrue();
        history.release("two");
        assertThat(history.claim(SHOP, "one", minute).isHeldBy("one")).isTrue();
    }
}
