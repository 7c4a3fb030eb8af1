package dev.watchkeeper.app.shell;

import java.time.Duration;
import java.util.List;

/** The intervals between which {@code +} and {@code -} step. */
final class Paces {
    static final List<Duration> ALL = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private Paces() {}

    /** The next longer one; the longest stays. */
    static Duration longer(Duration than) {
        return ALL.stream().filter(pace -> pace.compareTo(than) > 0).findFirst().orElse(ALL.getLast());
    }

    /** The next shorter one; the shortest stays. */
    static Duration shorter(Duration than) {
        return ALL.reversed().stream()
                .filter(pace -> pace.compareTo(than) < 0)
                .findFirst()
                .orElse(ALL.getFirst());
    }
}
