package dev.watchkeeper.postgres.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.watchkeeper.postgres.locks.ForestRecorder.Frame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking back. */
class ForestRecorderTest {
    private final ForestRecorder recorder = new ForestRecorder(Duration.ofMinutes(1), 1_000);

    @Test
    void keepsAForestThatStandsStillOnce() {
        recorder.add(Forests.at(0, "2>1"));
        recorder.add(Forests.at(2, "2>1"));
        recorder.add(Forests.at(4, "2>1 3>1"));

        List<Frame> frames = recorder.frames();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(1).forest()).isSameAs(frames.get(0).forest());
        assertThat(frames.get(2).waiting()).isEqualTo(2);
        assertThat(frames.get(2).roots()).isEqualTo(1);
    }

    @Test
    void showsTheMomentThatOneAsksFor() {
        assertThat(recorder.at(Forests.NOW)).isEmpty();
        recorder.add(Forests.at(10, "2>1"));
        recorder.add(Forests.at(20, ""));
        recorder.add(Forests.at(30, "3>1"));

        assertThat(second(0)).as("before the first: the first").isEqualTo(10);
        assertThat(second(10)).isEqualTo(10);
        assertThat(second(19)).isEqualTo(10);
        assertThat(second(20)).isEqualTo(20);
        assertThat(second(99)).isEqualTo(30);
    }

    @Test
    void forgetsWhatIsOlderThanItsSpan() {
        for (int second = 0; second <= 300; second += 5) {
            recorder.add(Forests.at(second, second % 2 == 0 ? "" : "2>1"));
        }

        List<Frame> frames = recorder.frames();
        assertThat(frames.getFirst().at()).isEqualTo(Forests.NOW.plusSeconds(240));
        assertThat(frames.getLast().at()).isEqualTo(Forests.NOW.plusSeconds(300));
        assertThat(frames).hasSize(13);
        assertThat(recorder.onsets())
                .allSatisfy(onset -> assertThat(onset.at()).isAfterOrEqualTo(Forests.NOW.plusSeconds(240)));
    }

    @Test
    void leavesOutWhatItHasSeen() {
        recorder.add(Forests.at(10, "2>1"));
        recorder.add(Forests.at(10, "3>1"));
        recorder.add(Forests.at(5, "4>1"));

        assertThat(recorder.frames()).hasSize(1);
    }

    @Test
    void manyChangesAreKeptMoreCoarselyButOverTheWholeSpan() {
        ForestRecorder small = new ForestRecorder(Duration.ofMinutes(10), 100);
        for (int second = 0; second < 500; second++) {
            small.add(Forests.at(second, "2>1 3>2 4>3 %d>4".formatted(1000 + second)));
        }

        List<Frame> frames = small.frames();
        long parts = frames.stream().mapToLong(frame -> frame.forest().size()).sum();
        assertThat(parts).isLessThanOrEqualTo(100);
        assertThat(frames.getFirst().at()).as("when it began").isEqualTo(Forests.NOW);
        assertThat(frames.getLast().at()).as("now").isEqualTo(Forests.NOW.plusSeconds(499));
        assertThat(frames).hasSizeGreaterThan(5);
    }

    @Test
    void marksWhenTroubleBeginsAndWhenItGrows() {
        recorder.add(Forests.at(0, ""));
        recorder.add(Forests.at(1, "2>1"));
        recorder.add(Forests.at(2, "2>1 3>1"));
        recorder.add(Forests.at(3, "2>1 3>1 11>10 12>10"));
        recorder.add(Forests.at(4, "2>1 3>1 21>20 22>20 23>20"));
        recorder.add(Forests.at(5, "2>1 3>1 19>1 31>19 32>19 33>19"));
        recorder.add(Forests.at(6, ""));
        recorder.add(Forests.at(7, "3>g"));

        assertThat(recorder.onsets())
                .extracting(onset -> onset.at().getEpochSecond() - Forests.NOW.getEpochSecond(), Onset::what)
                .containsExactly(
                        tuple(1L, "begins with 1"),
                        tuple(4L, "20 holds back 3"),
                        tuple(5L, "ALTER TABLE queues"),
                        tuple(7L, "begins with g"));
    }

    private long second(int asked) {
        return recorder.at(Forests.NOW.plusSeconds(asked)).orElseThrow().at().getEpochSecond()
                - Forests.NOW.getEpochSecond();
    }
}
