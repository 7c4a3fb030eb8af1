package dev.watchkeeper.app.recording;

import java.time.Duration;

/**
 * How often what is asked.
 *
 * @param every statements, counters, locks
 * @param activity who waits for what
 * @param schema which indexes there are
 * @param sizes how large the databases are: the server looks at all their files
 */
public record Pace(Duration every, Duration activity, Duration schema, Duration sizes) {
    /** What is asked every 10 s unless somebody wants it otherwise. */
    public static final Pace DEFAULT = of(Duration.ofSeconds(10));

    /** Activity each second, or as often as the rest if that is more often. */
    public static Pace of(Duration every) {
        Duration second = Duration.ofSeconds(1);
        return new Pace(
                every, every.compareTo(second) < 0 ? every : second, Duration.ofMinutes(1), Duration.ofMinutes(5));
    }
}
