package dev.watchkeeper.postgres.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.postgres.locks.BlockingForest.Root;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roots, who is held back, and what ending somebody would free, in forests drawn by hand. */
class BlockingForestTest {
    @Test
    void rootsComeByHowManyTheyHoldBackAndThenByHowLong() {
        BlockingForest forest = Forests.of("2>1 3>2 4>2 21>20 31>30 41>g 42>g 43>42");

        assertThat(forest.roots(Forests.NOW))
                .containsExactly(
                        new Root(Forests.party("g"), 3, Duration.ofSeconds(43)),
                        new Root(Party.session(1), 3, Duration.ofSeconds(4)),
                        new Root(Party.session(30), 1, Duration.ofSeconds(31)),
                        new Root(Party.session(20), 1, Duration.ofSeconds(21)));
        assertThat(forest.waiting()).isEqualTo(8);
        assertThat(forest.longestWait(Forests.NOW)).isEqualTo(Duration.ofSeconds(43));
    }

    @ParameterizedTest
    @CsvSource({
        "2>1 1>2, 1 2",
        "2>1 1>2 3>2 4>3, 1 2",
        "2>1 3>2 1>3, 1 2 3",
        "2>1 3>1 3>2, 1",
        "2>1 1>2 1>7, 7",
    })
    void aDeadlockIsNamedUnlessSomebodyOutsideHoldsItBack(String drawing, String roots) {
        assertThat(Forests.of(drawing).roots(Forests.NOW))
                .extracting(Root::party)
                .containsExactlyInAnyOrderElementsOf(parties(roots));
    }

    @ParameterizedTest
    @CsvSource({
        "2>1 3>2 4>3 5>9, 1, 2 3 4",
        "2>1 3>2 4>3, 3, 4",
        "2>1 3>2, 3, ",
        "2>1 1>2 3>2, 1, 1 2 3",
        "2>g 3>2, g, 2 3"
    })
    void heldBackAreAllWhoWaitBehind(String drawing, String blocker, @Nullable String held) {
        assertThat(Forests.of(drawing).heldBackBy(Forests.party(blocker))).isEqualTo(parties(held));
    }

    @ParameterizedTest
    @CsvSource({
        // forest, who is ended, free at once, free in turn, still waiting
        "'2>1', 1, 2, 2, ",
        "'2>1 3>2 4>3', 1, 2, 2 3 4, ",
        "'2>1 3>2 4>3', 2, 3, 3 4, ",
        "'2>1 3>1 4>1', 1, 2 3 4, 2 3 4, ",
        // two blockers: one alone frees nobody
        "'3>1 3>2 4>3', 1, , , 3 4",
        // the second blocker is freed by the first
        "'2>1 3>1 3>2', 1, 2, 2 3, ",
        // one of the queue waits for somebody else as well, and holds back those behind
        "'2>1 3>2 3>9 4>3 5>2', 1, 2, 2 5, 3 4",
        // a deadlock
        "'2>1 1>2 3>2', 1, 2, 2 3, ",
        "'2>g 3>2', g, 2, 2 3, ",
        "'2>1 3>2', 3, , , "
    })
    void whatEndingSomebodyFrees(
            String drawing,
            String ended,
            @Nullable String atOnce,
            @Nullable String inTurn,
            @Nullable String stillWaiting) {
        Freed freed = Forests.of(drawing).freedBy(Forests.party(ended));

        assertThat(freed.atOnce()).as("at once").isEqualTo(parties(atOnce));
        assertThat(freed.inTurn()).as("in turn").isEqualTo(parties(inTurn));
        assertThat(freed.stillWaiting()).as("still waiting").isEqualTo(parties(stillWaiting));
    }

    @Test
    void someoneHeldBackInTwoWaysIsFreedAtOnceToo() {
        assertThat(Forests.of("2>1 2>1 3>2").freedBy(Party.session(1)))
                .isEqualTo(new Freed(Set.of(Party.session(2)), Set.of(Party.session(2), Party.session(3)), Set.of()));
    }

    @Test
    void theSameForestIsEqualInWhateverOrderItWasRead() {
        assertThat(Forests.of("2>1 3>1 3>2"))
                .isEqualTo(Forests.of("3>2 2>1 3>1"))
                .isNotEqualTo(Forests.of("2>1 3>2"));
    }

    private static Set<Party> parties(@Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ", -1)).map(Forests::party).collect(Collectors.toSet());
    }
}
