package dev.watchkeeper.kernel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered from one asking to the next. */
class PollStateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final ScriptedProbe probe = new ScriptedProbe();
    private final PollState<Integer> state = new PollState<>(probe, new Watch());

    /** A clock that a test sets. */
    private final class Watch extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void aFailureKeepsTheLastAnswerAndSaysSinceWhen() {
        assertThat(state.ask()).isInstanceOf(Poll.Fresh.class);
        probe.fails(FaultKind.UNREACHABLE);
        Poll.Failed<Integer> first = failed();
        now = NOON.plusSeconds(60);
        Poll.Failed<Integer> second = failed();

        assertThat(first.since()).isEqualTo(NOON);
        assertThat(second.since()).as("since the first of the row").isEqualTo(NOON);
        assertThat(second.latest().orElseThrow().value()).isEqualTo(1);
        assertThat(second.fault().message()).isEqualTo("asking 3");
        assertThat(second.asksAgain()).isTrue();
    }

    @Test
    void aGoodAnswerEndsTheRowOfFailures() {
        probe.fails(FaultKind.TIMEOUT);
        assertThat(failed().latest()).isEmpty();
        probe.answers(asking -> asking);
        assertThat(state.ask().latest().orElseThrow().value()).isEqualTo(2);
        now = NOON.plusSeconds(90);
        probe.fails(FaultKind.TIMEOUT);

        Poll.Failed<Integer> later = failed();

        assertThat(later.since()).isEqualTo(NOON.plusSeconds(90));
        assertThat(later.latest().orElseThrow().value()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void whatMayPassIsAskedAgain(FaultKind kind) {
        probe.fails(kind);

        Poll<Integer> poll = state.ask();

        if (kind == FaultKind.UNSUPPORTED) {
            assertThat(poll).isInstanceOf(Poll.Unavailable.class);
        } else {
            boolean lasting = kind == FaultKind.DENIED || kind == FaultKind.BAD_INPUT;
            assertThat(((Poll.Failed<Integer>) poll).asksAgain()).isEqualTo(!lasting);
        }
    }

    @Test
    void aProbeThatBreaksIsAFailureToo() {
        probe.answers(asking -> {
            throw new IllegalStateException("no column of that name");
        });

        assertThat(failed().fault().message()).contains("scripted", "no column of that name");
    }

    private Poll.Failed<Integer> failed() {
        return (Poll.Failed<Integer>) state.ask();
    }
}
