package dev.watchkeeper.app.controls.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> labels(Interval interval, ZoneId zone, int most) {
        return Ticks.of(interval, zone, most).stream().map(Ticks.Tick::label).toList();
    }

    private static Interval day(int month, int day) {
        LocalDate date = LocalDate.of(2026, month, day);
        return new Interval(
                date.atStartOfDay(BERLIN).toInstant(),
                date.plusDays(1).atStartOfDay(BERLIN).toInstant());
    }

    @Test
    void theClocksOnTheWallAreMarkedOnTheDayThatHas23Hours() {
        assertThat(day(3, 29).length()).isEqualTo(Duration.ofHours(23));
        assertThat(labels(day(3, 29), BERLIN, 8))
                .containsExactly(
                        "Sun 29 Mar", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "Mon 30 Mar");
        assertThat(labels(day(3, 29), BERLIN, 12)).contains("04:00", "06:00").doesNotContain("02:00", "05:00");
    }

    @Test
    void theHourThatComesTwiceIsMarkedTwice() {
        assertThat(day(10, 25).length()).isEqualTo(Duration.ofHours(25));
        assertThat(labels(day(10, 25), BERLIN, 25)).containsSequence("01:00", "02:00", "02:00", "03:00");
    }

    @Test
    void monthsBeginOnTheirFirst() {
        Interval year = Interval.last(Duration.ofDays(366), Instant.parse("2026-11-20T14:30:00Z"));
        assertThat(labels(year, BERLIN, 13))
                .containsExactly("Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov");
    }

    @Test
    void aZoneThatIsThreeQuartersOfAnHourOffHasWholeHoursToo() {
        Interval hours = Interval.last(Duration.ofHours(4), Instant.parse("2026-11-20T14:30:00Z"));
        assertThat(labels(hours, ZoneId.of("Asia/Kathmandu"), 4)).containsExactly("17:00", "18:00", "19:00", "20:00");
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 900, 3600, 14_400, 86_400, 604_800, 2_678_400, 31_622_400, 64_800_000})
    void thereAreAFewTicksForEveryLength(long seconds) {
        Interval interval = Interval.last(Duration.ofSeconds(seconds), Instant.parse("2026-11-20T14:30:07Z"));
        assertThat(Ticks.of(interval, BERLIN, 10))
                .hasSizeBetween(2, 12)
                .allMatch(tick -> interval.contains(tick.at()) || tick.at().equals(interval.to()));
    }
}
