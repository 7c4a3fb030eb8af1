package dev.watchkeeper.backup.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WallClockTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // the host's own zone, in winter, in summer, and in both of the hours from 2 to 3 of October 25th
        "2026-01-10T12:00:00, CET, 2026-01-10T11:00:00Z",
        "2026-07-10T12:00:00, CEST, 2026-07-10T10:00:00Z",
        "2026-10-25T02:30:00, CEST, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30:00, CET, 2026-10-25T01:30:00Z",
        // others
        "2026-01-10T12:00:00, PST, 2026-01-10T20:00:00Z",
        "2026-01-10T12:00:00, UTC, 2026-01-10T12:00:00Z",
        "2026-01-10T12:00:00, +03, 2026-01-10T09:00:00Z",
        "2026-01-10T12:00:00, -0330, 2026-01-10T15:30:00Z",
        // one that nobody knows is taken for the host's
        "2026-01-10T12:00:00, XYZT, 2026-01-10T11:00:00Z",
    })
    void aNamedZoneCounts(LocalDateTime time, String zone, Instant at) {
        assertThat(new WallClock(time, false, zone).instant(BERLIN)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"true, 2026-10-25T00:30:00Z", "false, 2026-10-25T01:30:00Z"})
    void ofTheHourThatComesTwiceItIsSaidWhich(boolean summer, Instant at) {
        LocalDateTime time = LocalDateTime.of(2026, 10, 25, 2, 30);

        assertThat(new WallClock(time, summer, "").instant(BERLIN)).isEqualTo(at);
    }
}
