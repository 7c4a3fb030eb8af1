package dev.watchkeeper.app.controls.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MarkPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:30:00Z");
    private static final Ruler RULER = new Ruler(Interval.last(Duration.ofHours(1), NOW), 50, 1000);

    private static double width(String words) {
        return words.length() * 6.0;
    }

    @Test
    void wordsNeverStandOnWordsOrOnLinesHoweverManyThereAre() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < round / 4 + 1; i++) {
                marks.add(new Mark(
                        NOW.minusSeconds(random.nextInt(3600) + 1), "x".repeat(random.nextInt(30) + 1), Tone.RED));
            }
            MarkPlan.Span name = new MarkPlan.Span(400, 520);
            List<MarkPlan.Placed> placed = MarkPlan.of(marks, RULER, List.of(name), MarkPlanTest::width);
            assertThat(placed.stream().mapToInt(one -> one.marks().size()).sum())
                    .isEqualTo(marks.size());
            List<MarkPlan.Span> words = new ArrayList<>(List.of(name));
            for (MarkPlan.Placed one : placed) {
                if (!one.words().isEmpty()) {
                    MarkPlan.Span span = new MarkPlan.Span(one.wordsX(), one.wordsX() + width(one.words()));
                    assertThat(words).allMatch(other -> span.to() <= other.from() || other.to() <= span.from());
                    assertThat(placed).noneMatch(other -> other.x() > span.from() && other.x() < span.to());
                    words.add(span);
                }
            }
        }
    }

    @Test
    void whatHappenedAtOnceSharesALine() {
        List<Mark> marks = List.of(
                new Mark(NOW.minusSeconds(1800), "restarted", Tone.AMBER),
                new Mark(NOW.minusSeconds(1799), "reset", Tone.AMBER));
        assertThat(MarkPlan.of(marks, RULER, List.of(), MarkPlanTest::width))
                .extracting(MarkPlan.Placed::words)
                .containsExactly("restarted, and 1 more");
    }
}
