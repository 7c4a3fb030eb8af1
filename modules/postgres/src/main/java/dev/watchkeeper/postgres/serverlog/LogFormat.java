package dev.watchkeeper.postgres.serverlog;

import java.util.Arrays;

/** How the server writes its log; what says most comes first. */
public enum LogFormat {
    /** {@code jsonlog}, PostgreSQL 15 and newer. */
    JSON(".json", "jsonlog"),
    /** {@code csvlog}. */
    CSV(".csv", "csvlog"),
    /** Lines that begin with {@code log_line_prefix}. */
    STDERR("", "stderr");

    private final String ending;
    private final String word;

    LogFormat(String ending, String word) {
        this.ending = ending;
        this.word = word;
    }

    /** As {@code log_destination} has it. */
    public String word() {
        return word;
    }

    /** The one of this word; the text for any other. */
    static LogFormat of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElse(STDERR);
    }

    /** Whether a file of that name is of this format; the server gives JSON and CSV these endings. */
    boolean suits(String name) {
        return this == STDERR ? !name.endsWith(JSON.ending) && !name.endsWith(CSV.ending) : name.endsWith(ending);
    }
}
