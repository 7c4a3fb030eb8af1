package dev.watchkeeper.app.panes.slowlog;

import java.time.Duration;

/** Of which time the table of commands tells, if none was swept on the chart. */
enum Stretch {
    MINUTE("Last minute", Duration.ofMinutes(1)),
    QUARTER_HOUR("15 min", Duration.ofMinutes(15)),
    /** All that the server has counted. */
    SINCE_START("Since start", Duration.ZERO);

    private final String title;
    private final Duration length;

    Stretch(String title, Duration length) {
        this.title = title;
        this.length = length;
    }

    String title() {
        return title;
    }

    Duration length() {
        return length;
    }
}
