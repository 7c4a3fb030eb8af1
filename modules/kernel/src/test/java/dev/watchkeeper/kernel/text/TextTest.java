package dev.watchkeeper.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How durations, sizes and counts are written, at the edges where the writing changes. */
class TextTest {
    @ParameterizedTest
    @CsvSource({
        "PT-5S, 0:00, 0 ms",
        "PT0S, 0:00, 0 ms",
        "PT0.999S, 0:00, 999 ms",
        "PT1S, 0:01, 1.0 s",
        "PT9.999S, 0:09, 9.9 s",
        "PT10S, 0:10, 10 s",
        "PT59.999S, 0:59, 59 s",
        "PT1M, 1:00, 1 min",
        "PT4M12S, 4:12, 4 min 12 s",
        "PT9M59S, 9:59, 9 min 59 s",
        "PT10M30S, 10:30, 10 min",
        "PT59M59S, 59:59, 59 min",
        "PT1H, 1:00:00, 1 h",
        "PT23H59M59S, 23:59:59, 23 h 59 min",
        "P1D, 1d 00:00, 1 d",
        "P3DT4H5M, 3d 04:05, 3 d 4 h",
        "P400D, 400d 00:00, 400 d"
    })
    void spans(Duration span, String clock, String words) {
        assertThat(Spans.clock(span)).isEqualTo(clock);
        assertThat(Spans.words(span)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KB",
        "10137, 9.9 KB",
        "10190, 10 KB",
        "42991616, 41 MB",
        "1048575, 1.0 MB",
        "1073741823, 1.0 GB",
        "3435973837, 3.2 GB",
        "-2048, -2.0 KB",
        "9223372036854775807, 8.0 EB"
    })
    void sizes(long bytes, String text) {
        assertThat(Sizes.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void counts() {
        assertThat(Sizes.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Sizes.of(1, "session", "sessions")).isEqualTo("1 session");
        assertThat(Sizes.of(0, "session", "sessions")).isEqualTo("0 sessions");
        assertThat(Sizes.of(1204, "session", "sessions")).isEqualTo("1,204 sessions");
    }

    @ParameterizedTest
    @CsvSource({"sesions, sessions", "lokcs, locks", "sslmod, sslmode", "xyz, ''", "SESSIONS, ''"})
    void theWordThatWasMeant(String word, String meant) {
        assertThat(Nearest.to(word, List.of("sessions", "locks", "sslmode", "audit"))
                        .orElse(""))
                .isEqualTo(meant);
    }
}
