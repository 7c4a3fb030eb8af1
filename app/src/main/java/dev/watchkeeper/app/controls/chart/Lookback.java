package dev.watchkeeper.app.controls.chart;

import java.time.Duration;

/** How far back a chart looks, at one press of a button. */
public enum Lookback {
    QUARTER_HOUR("15 min", Duration.ofMinutes(15)),
    HOUR("1 h", Duration.ofHours(1)),
    FOUR_HOURS("4 h", Duration.ofHours(4)),
    DAY("day", Duration.ofDays(1)),
    WEEK("week", Duration.ofDays(7)),
    MONTH("month", Duration.ofDays(31)),
    YEAR("year", Duration.ofDays(366));

    private final String title;
    private final Duration length;

    Lookback(String title, Duration length) {
        this.title = title;
        this.length = length;
    }

    /** Short, for a button: {@code 4 h}. */
    public String title() {
        return title;
    }

    public Duration length() {
        return length;
    }
}
