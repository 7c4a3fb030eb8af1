package dev.watchkeeper.app.panes.queries.log;

import java.time.Duration;

/** How far back the log is told of. */
enum Reach {
    QUARTER_HOUR("15 min", Duration.ofMinutes(15), "the last 15 min"),
    HOUR("1 h", Duration.ofHours(1), "the last hour"),
    QUARTER_DAY("6 h", Duration.ofHours(6), "the last 6 h"),
    DAY("Day", Duration.ofDays(1), "the last day");

    private final String title;
    private final Duration length;
    private final String words;

    Reach(String title, Duration length, String words) {
        this.title = title;
        this.length = length;
        this.words = words;
    }

    String title() {
        return title;
    }

    Duration length() {
        return length;
    }

    /** Within a sentence. */
    String words() {
        return words;
    }
}
