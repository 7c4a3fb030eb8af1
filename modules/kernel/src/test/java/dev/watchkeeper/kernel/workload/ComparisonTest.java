package dev.watchkeeper.kernel.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is news, and what is noise. */
class ComparisonTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final StatementId ONE = id(4711);
    private static final StatementId REST = id(1);

    /** One statement in A and in B: how long each was, calls, mean and deviation; beside it 100 ms/s of others. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what,                             A s, calls, mean, dev, B s, calls, mean,  dev, kind
        "an index was dropped,              2400, 12000,  2.1, 1.0, 2400, 12402, 41.8, 9.0, SLOWER",
        "nothing happened,                   600,  1000,  5.0, 1.0,  600,  1004,  5.1, 1.0, SAME",
        "a tenth slower is no news,          600, 10000,  5.0, 1.0,  600, 10000,  5.5, 1.0, SAME",
        "half as fast but it always varies,  600,    20, 50.0,  90,  600,    20, 75.0, 120, SAME",
        "half as fast without doubt,         600,  2000, 50.0,  90,  600,  2000, 75.0, 120, SLOWER",
        "a quarter faster,                   600, 60000,  0.4, 0.1,  600, 61003,  0.3, 0.1, FASTER",
        "too few calls to tell,              600,     4, 50.0,   0,  600,     4, 99.0,   0, SAME",
        "just enough calls,                  600,     5, 90.0,   0,  600,     5,  190,   0, SLOWER",
        "called twice as often,              600,  1000,  5.0, 1.0,  600,  2000,  5.0, 1.0, MORE_CALLS",
        "called half as often,               600,  2000,  5.0, 1.0,  600,  1000,  5.0, 1.0, FEWER_CALLS",
        "twice as often by chance,           600,     4, 90.0, 1.0,  600,     8, 90.0, 1.0, SAME",
        "the same rate in less time,        3600,  6000,  5.0, 1.0,  600,  1000,  5.0, 1.0, SAME",
        "as many calls in less time,        3600,  6000,  5.0, 1.0,  600,  6000,  5.0, 1.0, MORE_CALLS",
        "slower and rarer,                   600,  1000,  5.0, 1.0,  600,   600, 50.0, 9.0, SLOWER",
        "a bit slower and much more often,   600,  1000,  5.0, 1.0,  600, 20000,  6.5, 1.0, MORE_CALLS",
        "twice as slow but it takes no time, 600,  1000, 0.01,   0,  600,  1000, 0.02,   0, SAME",
        "one long one is new,                600,     0,    0,   0,  600,     1, 9000,   0, NEW",
        "one short one is new,               600,     0,    0,   0,  600,     1,    9,   0, SAME",
        "a report is gone,                   600,     4, 9000,  50,  600,     0,    0,   0, GONE",
        "a small one is gone,                600,     4,    9,   1,  600,     0,    0,   0, SAME",
    })
    void judges(
            String what,
            long secondsBefore,
            long callsBefore,
            double meanBefore,
            double deviationBefore,
            long secondsAfter,
            long callsAfter,
            double meanAfter,
            double deviationAfter,
            Change.Kind kind) {
        Workload before = workload(
                NOON,
                secondsBefore,
                use(ONE, callsBefore, meanBefore, deviationBefore),
                use(REST, secondsBefore * 100, 1, 0.1));
        Workload after = workload(
                NOON.plusSeconds(7200),
                secondsAfter,
                use(ONE, callsAfter, meanAfter, deviationAfter),
                use(REST, secondsAfter * 100, 1, 0.1));

        Comparison comparison = Comparison.of(before, after, Map.of());

        assertThat(of(comparison, ONE).kind()).as(what).isEqualTo(kind);
        assertThat(of(comparison, REST).isNews()).as("the rest is as it was").isFalse();
        assertThat(comparison.changes()).hasSize(2);
        assertThat(comparison.count(kind)).isEqualTo(kind == Change.Kind.SAME ? 2 : 1);
    }

    @Test
    void saysByHowMuch() {
        Comparison comparison = Comparison.of(
                workload(NOON, 600, use(ONE, 600, 10, 1)), workload(NOON, 60, use(ONE, 120, 25, 1)), Map.of());

        Change change = of(comparison, ONE);
        assertThat(change.meanRatio()).isEqualTo(2.5);
        assertThat(change.callsRatio()).isEqualTo(2);
        assertThat(change.loadBefore()).isEqualTo(10);
        assertThat(change.loadAfter()).isEqualTo(50);
        assertThat(comparison.timeRatio()).isEqualTo(5);
    }

    /** As after a major upgrade; a table that was made anew gives its statements another id, too. */
    @Test
    void recognisesAStatementByItsText() {
        StatementId old = id(11);
        StatementId older = id(12);
        StatementId renewed = id(99);
        StatementId unknown = id(13);
        StatementId otherRole = new StatementId("shop", "app_ro", 98, true);
        Map<QueryRef, String> texts = Map.of(
                QueryRef.of(old),
                "select 1",
                QueryRef.of(older),
                "select 1",
                QueryRef.of(renewed),
                "select 1",
                QueryRef.of(otherRole),
                "select 1");

        Comparison comparison = Comparison.of(
                workload(NOON, 60, use(old, 100, 5, 1), use(older, 20, 5, 1), use(unknown, 100, 5, 1)),
                workload(NOON, 60, use(renewed, 120, 5, 1), use(otherRole, 100, 5, 1)),
                texts);

        Change same = of(comparison, renewed);
        assertThat(same.kind()).isEqualTo(Change.Kind.SAME);
        assertThat(same.formerId()).isIn(old, older);
        assertThat(same.before().calls()).isEqualTo(120);
        assertThat(of(comparison, otherRole).kind()).isEqualTo(Change.Kind.NEW);
        assertThat(of(comparison, unknown).kind()).isEqualTo(Change.Kind.GONE);
        assertThat(comparison.changes()).hasSize(3);
    }

    @Test
    void whatMayHaveBeenInTheLongTailIsNotNew() {
        Workload before = workload(NOON, 60, use(REST, 600, 10, 1), use(StatementId.OTHERS, 9000, 0.1, 0));
        Workload after = workload(NOON, 60, use(REST, 600, 10, 1), use(ONE, 100, 5, 1), use(id(5), 100, 50, 1));

        Comparison comparison = Comparison.of(before, after, Map.of());

        assertThat(of(comparison, ONE).kind()).isEqualTo(Change.Kind.SAME);
        assertThat(of(comparison, id(5)).kind()).as("more than the whole tail").isEqualTo(Change.Kind.NEW);
        assertThat(of(comparison, StatementId.OTHERS).isNews()).isFalse();
    }

    @Test
    void nothingAgainstNothing() {
        Comparison comparison = Comparison.of(workload(NOON, 0), workload(NOON, 0), Map.of());

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.timeRatio()).isEqualTo(1);
    }

    private static Change of(Comparison comparison, StatementId id) {
        return comparison.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static StatementId id(long queryId) {
        return new StatementId("shop", "app_rw", queryId, true);
    }

    private static Workload workload(Instant from, long seconds, StatementUse... uses) {
        List<StatementUse> done = new ArrayList<>(Arrays.asList(uses));
        done.removeIf(use -> use.figures().calls() == 0);
        return new Workload(from, from.plus(Duration.ofSeconds(seconds)), done, List.of());
    }

    private static StatementUse use(StatementId id, long calls, double mean, double deviation) {
        double squares = calls * (deviation * deviation + mean * mean);
        return new StatementUse(
                id,
                new StatementFigures(
                        calls, 0, 0, calls * mean, squares, mean, mean, calls, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
