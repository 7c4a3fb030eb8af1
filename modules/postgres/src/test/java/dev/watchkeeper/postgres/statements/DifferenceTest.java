package dev.watchkeeper.postgres.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.Interruption.Kind;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counters that fall, go and come again never make a peak. */
class DifferenceTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant RESET = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = BEFORE.plusSeconds(10);
    private static final Counting THEN = new Counting(BEFORE, START, RESET, 5, true);
    private static final Counting LATER = at(NOW);

    /**
     * Calls of one entry in both readings, 0 if it is not listed; when it began (seconds after the reading before), none
     * if the server doesn't say; what is to come out.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what,                                     before, since, now, since, reset, evicted, restart, calls, marks
        "goes on,                                       100,      ,  140,     ,      ,       0,   false,    40, ''",
        "goes on since the same moment,                 100,   -50,  140,  -50,      ,       0,   false,    40, ''",
        "did nothing,                                   100,      ,  100,     ,      ,       0,   false,     0, ''",
        "is new,                                          0,      ,   40,     ,      ,       0,   false,    40, ''",
        "is new but began to be planned earlier,          0,      ,    1,  -50,      ,       0,   false,     1, ''",
        "was thrown out,                                100,      ,    0,     ,      ,       1,   false,     0, EVICTION",
        "was thrown out and came back,                  100,      ,   40,     ,      ,       1,   false,    40, EVICTION",
        "was thrown out and overtook itself,            100,   -50,  140,    5,      ,       1,   false,   140, EVICTION",
        "others were thrown out,                        100,      ,  140,     ,      ,       3,   false,    40, EVICTION",
        "was reset alone,                               100,      ,   40,     ,      ,       0,   false,    40, RESET",
        "was reset alone and overtook itself,           100,   -50,  140,    5,      ,       0,   false,   140, RESET",
        "was reset alone and is gone,                   100,      ,    0,     ,      ,       0,   false,     0, RESET",
        "all were reset,                                100,      ,   40,     ,     4,      -5,   false,    40, RESET",
        "all were reset and it overtook itself,         100,      ,  140,     ,     4,      -5,   false,   140, RESET",
        "all were reset and it is gone,                 100,      ,    0,     ,     4,      -5,   false,     0, RESET",
        "a clean restart kept it,                       100,      ,  140,     ,      ,      -5,    true,    40, RESTART",
        "a clean restart kept it since the moment,      100,   -50,  140,  -50,      ,      -5,    true,    40, RESTART",
        "a crash lost it,                               100,      ,   40,     ,  -999,      -5,    true,     0, RESTART",
        "a crash lost it and it began anew,             100,   -50,   40,    5,  -999,      -5,    true,    40, RESTART",
        "another server has more of it,                 100,      , 9999,     ,   -99,      -5,    true,     0, RESTART",
        "another server has it for longer,              100,   -50, 9999, -999,   -99,      -5,    true,     0, RESTART",
        "another server has it too,                       0,      , 9999,     ,   -99,      -5,    true,     0, RESTART",
    })
    void counts(
            String what,
            long before,
            @Nullable Integer beforeSince,
            long now,
            @Nullable Integer nowSince,
            @Nullable Integer reset,
            int evicted,
            boolean restart,
            long calls,
            String marks) {
        Instant nowReset = reset == null ? RESET : reset == -999 ? Counting.NEVER : BEFORE.plusSeconds(reset);
        Counting counting = new Counting(NOW, restart ? BEFORE.plusSeconds(3) : START, nowReset, 5 + evicted, true);

        Workload workload = Difference.between(
                reading(THEN, before, beforeSince), reading(counting, now, nowSince), Duration.ofSeconds(10));

        assertThat(workload.total().calls()).as(what).isEqualTo(calls);
        assertThat(workload.total().execMs()).isEqualTo(calls * 2.0);
        assertThat(workload.uses()).hasSize(calls == 0 ? 0 : 1);
        assertThat(workload.interruptions())
                .extracting(one -> one.kind().name())
                .isEqualTo(marks.isEmpty() ? List.of() : List.of(marks));
        assertThat(workload.interruptions())
                .allSatisfy(one -> assertThat(one.at()).isBetween(BEFORE, NOW));
    }

    @Test
    void aClockThatWentBackIsMarkedAndCostsNothing() {
        Instant earlier = BEFORE.minusSeconds(3600);

        Workload workload =
                Difference.between(reading(THEN, 100, null), reading(at(earlier), 140, null), Duration.ofSeconds(10));

        assertThat(workload.length()).isEqualTo(Duration.ofSeconds(10));
        assertThat(workload.to()).isEqualTo(earlier);
        assertThat(workload.total().calls()).isEqualTo(40);
        assertThat(workload.interruptions()).containsExactly(new Interruption(Kind.UNSEEN, earlier));
    }

    @Test
    void whatARightLaysOpenIsNotNew() {
        Counting blind = new Counting(BEFORE, START, RESET, 5, false);

        Workload workload = Difference.between(
                new Reading(blind, blind, Map.of(), 3), reading(LATER, 9999, null), Duration.ofSeconds(10));

        assertThat(workload.uses()).isEmpty();
        assertThat(workload.interruptions()).isEmpty();
    }

    /** As the reading's entries are not all of one instant. */
    @Test
    void aResetWhileItWasReadIsNotCountedTwice() {
        Counting afterwards = new Counting(BEFORE.plusMillis(20), START, BEFORE.plusMillis(10), 0, true);
        Reading half = new Reading(THEN, afterwards, entries(3, null), 0);
        Counting now = new Counting(NOW, START, BEFORE.plusMillis(10), 0, true);

        Workload workload = Difference.between(half, reading(now, 10, null), Duration.ofSeconds(10));

        assertThat(workload.total().calls()).isEqualTo(7);
        assertThat(workload.interruptions())
                .as("was told when it was first seen")
                .isEmpty();
    }

    @Test
    void deviationsAreThoseOfTheInterval() {
        Map<Entry, Count> before = Map.of(ENTRY, count(100, 1000, 100 * 100.0 + 5, null));
        Map<Entry, Count> now = Map.of(ENTRY, count(102, 1040, 100 * 100.0 + 5 + 10 * 10 + 30 * 30, null));

        Workload workload = Difference.between(
                new Reading(THEN, THEN, before, 0), new Reading(LATER, LATER, now, 0), Duration.ofSeconds(10));

        StatementFigures figures = workload.uses().getFirst().figures();
        assertThat(figures.meanMs()).isEqualTo(20);
        assertThat(figures.stddevMs()).isEqualTo(10);
    }

    private static final Entry ENTRY = new Entry(10, 5, true, -4711);

    private static Counting at(Instant moment) {
        return new Counting(moment, START, RESET, 5, true);
    }

    private static Reading reading(Counting counting, long calls, @Nullable Integer since) {
        return new Reading(counting, counting, entries(calls, since), 0);
    }

    private static Map<Entry, Count> entries(long calls, @Nullable Integer since) {
        Map<Entry, Count> entries = new HashMap<>();
        if (calls > 0) {
            entries.put(
                    ENTRY, count(calls, calls * 2.0, calls * 4.0, since == null ? null : BEFORE.plusSeconds(since)));
        }
        return entries;
    }

    private static Count count(long calls, double execMs, double squares, @Nullable Instant since) {
        StatementFigures sums =
                new StatementFigures(calls, 0, 0, execMs, squares, 1, 3, calls, calls, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new Count(new StatementId("shop", "app_rw", ENTRY.queryId(), true), sums, since);
    }
}
