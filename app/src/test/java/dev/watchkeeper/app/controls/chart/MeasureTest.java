package dev.watchkeeper.app.controls.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasureTest {
    @ParameterizedTest
    @CsvSource({
        "0.3, 0.5",
        "45, 50",
        "51, 60",
        "60, 60",
        "61, 120",
        "900, 1200",
        "1300, 3600",
        "40000, 43200",
        "43300, 86400",
        "86401, 172800",
        "300000, 345600"
    })
    void heightsInTimeAreWholeMinutesHoursOrDays(double value, double round) {
        assertThat(Measure.SECONDS.roundUp(value)).isEqualTo(round);
    }

    @ParameterizedTest
    @CsvSource({"60", "120", "240", "600", "1200", "3600", "7200", "14400", "43200", "86400", "172800"})
    void halfOfAHeightIsAShortWordToo(double round) {
        assertThat(Measure.SECONDS.words(round / 2)).hasSizeLessThanOrEqualTo(6);
    }
}
