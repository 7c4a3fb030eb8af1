package dev.watchkeeper.app.panes.slowlog.log;

import java.time.Duration;

/** How far back the log is told of. */
enum Reach {
    HOUR("1 h", Duration.ofHours(1), "the last hour"),
    DAY("Day", Duration.ofDays(1), "the last day"),
    WEEK("Week", Duration.ofDays(7), "the last week");

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
