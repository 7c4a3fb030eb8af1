package dev.watchkeeper.app.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.history.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final double GB = 1e9;

    /** Free bytes, one bin an hour. */
    private static List<Series.Bin> hours(double... free) {
        return IntStream.range(0, free.length)
                .mapToObj(i -> new Series.Bin(START.plus(Duration.ofHours(i)), free[i], free[i], free[i]))
                .toList();
    }

    @Test
    void aDiskThatFillsByOneGigabyteAnHourIsFullWhenNothingIsLeft() {
        Growth growth =
                Growth.of(hours(100 * GB, 99 * GB, 98 * GB, 97 * GB, 96 * GB)).orElseThrow();
        assertThat(growth.bytesPerDay()).isCloseTo(24 * GB, within(1.0));
        assertThat(growth.fullIn((long) (96 * GB))).contains(Duration.ofDays(4));
        assertThat(growth.over()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aBackupThatComesAndGoesDoesNotMakeItGrow() {
        Growth growth =
                Growth.of(hours(10 * GB, 10 * GB, 4 * GB, 10 * GB, 10 * GB)).orElseThrow();
        assertThat(growth.bytesPerDay()).isCloseTo(0, within(1.0));
        assertThat(growth.fullIn(10)).isEmpty();
    }

    @Test
    void whatGetsEmptierIsNeverFullAndWhatGrowsByLittleNotWithinReason() {
        Growth less = Growth.of(hours(1 * GB, 2 * GB, 3 * GB, 4 * GB)).orElseThrow();
        assertThat(less.bytesPerDay()).isNegative();
        assertThat(less.fullIn((long) GB)).isEmpty();
        Growth slow = Growth.of(hours(4, 3, 2, 1)).orElseThrow();
        assertThat(slow.fullIn((long) (100 * GB))).isEmpty();
    }

    @Test
    void lessThanAnHourTellsNothing() {
        assertThat(Growth.of(hours(3, 2, 1))).isEmpty();
        List<Series.Bin> minutes = IntStream.range(0, 30)
                .mapToObj(i -> new Series.Bin(START.plusSeconds(60L * i), 1, 1, 1))
                .toList();
        assertThat(Growth.of(minutes)).isEmpty();
    }
}
