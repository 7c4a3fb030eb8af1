package dev.watchkeeper.app.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.chart.Mark;
import dev.watchkeeper.app.controls.chart.Strand;
import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PastReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final OverTime LAG = OverTime.line("Replay lag", "No standby was seen then", Metric.REPLAY_LAG);
    private static final OverTime WORK = new OverTime.Activity("At work", "Nobody was at work then", ActivityBy.ROLE);

    private final HistoryStore store = SqliteHistory.inMemory(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Kept past = new Kept();
    private final PastReader reader = new PastReader(past, ZoneOffset.UTC);

    @AfterEach
    void close() {
        store.close();
    }

    private final class Kept implements Past {
        private HistoryReader history = store;
        private Optional<Fault> fault = Optional.empty();
        private Optional<Lease> other = Optional.empty();

        @Override
        public String target() {
            return "billing";
        }

        @Override
        public HistoryReader history() {
            return history;
        }

        @Override
        public Optional<Fault> fault() {
            return fault;
        }

        @Override
        public Optional<Lease> otherRecorder() {
            return other;
        }

        @Override
        public Optional<Instant> since() {
            return Optional.of(NOON);
        }
    }

    private Glance glance(OverTime chart, Duration before) {
        Instant to = NOON.plusSeconds(60).minus(before);
        Question question = new Question(chart, Interval.last(Duration.ofMinutes(10), to), 100);
        return reader.read(question).glance().orElseThrow();
    }

    private void write(int standbys) throws FaultException {
        List<Point> points = new ArrayList<>();
        for (int standby = 0; standby < standbys; standby++) {
            points.add(new Point(Metric.REPLAY_LAG, "standby-" + standby, NOON, standby));
        }
        store.write(Batch.of("billing").withPoints(points));
    }

    @Test
    void beforeAnythingIsRecordedItSaysSinceWhenItIs() {
        assertThat(glance(LAG, Duration.ZERO).silence())
                .isEqualTo("Nothing is recorded of billing yet: it is being recorded since 20 Nov 12:00");
        past.other = Optional.of(new Lease("anna on ws-1, process 7", NOON, NOON));
        assertThat(glance(LAG, Duration.ZERO).silence())
                .isEqualTo(
                        "Nothing is recorded of billing yet.\nanna on ws-1, process 7 records it, since 20 Nov 12:00");
    }

    @Test
    void atAnotherTimeItSaysWhatIsKnown() throws Exception {
        write(1);
        assertThat(glance(LAG, Duration.ofHours(1)).silence())
                .isEqualTo("Nothing was recorded at that time.\n"
                        + "What is known of billing goes from 20 Nov 12:00 to 20 Nov 12:00");
    }

    @Test
    void whatWasNotThereIsSaidInTheChartsWords() throws Exception {
        write(1);
        assertThat(glance(WORK, Duration.ZERO).silence()).isEqualTo("Nobody was at work then");
        assertThat(glance(LAG, Duration.ZERO).silence()).isEmpty();
    }

    @Test
    void ofTooManyLinesTheHighestAreDrawn() throws Exception {
        write(30);
        Glance glance = glance(LAG, Duration.ZERO);
        assertThat(glance.note()).isEqualTo("the 7 highest of 30");
        assertThat(glance.strands())
                .extracting(Strand::name)
                .containsExactlyInAnyOrder(
                        "standby-23",
                        "standby-24",
                        "standby-25",
                        "standby-26",
                        "standby-27",
                        "standby-28",
                        "standby-29");
        assertThat(glance.strands()).extracting(Strand::ink).doesNotHaveDuplicates();
    }

    @Test
    void whatHappenedIsMarked() throws Exception {
        store.write(Batch.of("billing")
                .withEvents(List.of(new HistoryEvent(NOON, HistoryEvent.Kind.FAILOVER, "promoted to primary"))));
        assertThat(glance(LAG, Duration.ZERO).marks()).extracting(Mark::words).containsExactly("promoted to primary");
    }

    @Test
    void aHistoryThatIsForgottenSaysSoBesideWhatItKnows() throws Exception {
        write(1);
        past.fault = Optional.of(new Fault(FaultKind.DENIED, "the history can't be written", "Look at its mode"));
        Answer answer = reader.read(new Question(LAG, Interval.last(Duration.ofHours(1), NOON.plusSeconds(60)), 100));
        assertThat(answer.glance().orElseThrow().strands()).hasSize(1);
        assertThat(answer.trouble().orElseThrow().text()).isEqualTo("The history can't be written");
        assertThat(answer.trouble().orElseThrow().advice())
                .contains("Look at its mode")
                .contains("forgotten");
    }

    @Test
    void aHistoryThatCannotBeReadSaysWhy() {
        Fault full = new Fault(FaultKind.FAILED, "the disk is full", "Make room");
        past.history = (HistoryReader) Proxy.newProxyInstance(
                HistoryReader.class.getClassLoader(), new Class<?>[] {HistoryReader.class}, (self, method, given) -> {
                    throw new FaultException(full);
                });
        Answer answer = reader.read(new Question(LAG, Interval.last(Duration.ofHours(1), NOON), 100));
        assertThat(answer.glance()).isEmpty();
        assertThat(answer.trouble()).contains(BannerText.of(Tone.RED, full, ""));
    }
}
