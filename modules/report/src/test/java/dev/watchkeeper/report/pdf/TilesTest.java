package dev.watchkeeper.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
    private static Tiles.Span span(double start, double end) {
        return new Tiles.Span(start, end);
    }

    @Test
    void cutsBetweenBoxes() {
        assertThat(Tiles.of(300, 100, 100, List.of(span(80, 120), span(150, 190)), List.of()))
                .containsExactly(span(0, 80), span(80, 150), span(150, 250), span(250, 300));
    }

    @Test
    void sparesLinesOnlyWhereItCan() {
        assertThat(Tiles.of(150, 100, 100, List.of(span(90, 110)), List.of(span(70, 120))))
                .containsExactly(span(0, 70), span(70, 150));
        assertThat(Tiles.of(150, 100, 100, List.of(span(90, 110)), List.of(span(10, 120))))
                .containsExactly(span(0, 90), span(90, 150));
    }

    @Test
    void cutsThroughWhatIsLargerThanAPage() {
        assertThat(Tiles.of(250, 60, 100, List.of(span(0, 250)), List.of()))
                .containsExactly(span(0, 60), span(60, 160), span(160, 250));
    }
}
