package dev.watchkeeper.postgres.haproxy;

import java.util.Map;

/** A line of the statistics by the columns' names (documentation: management guide, "CSV format"). */
record StatsLine(Map<String, String> values) {
    StatsLine {
        values = Map.copyOf(values);
    }

    /** Empty if it has none. */
    String text(String column) {
        return values.getOrDefault(column, "");
    }

    /** 0 if it has none. */
    long number(String column) {
        String text = text(column);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
