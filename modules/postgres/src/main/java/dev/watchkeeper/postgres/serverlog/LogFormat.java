package dev.watchkeeper.postgres.serverlog;

/** How the server writes its log; what says most comes first. */
public enum LogFormat {
    /** {@code jsonlog}, PostgreSQL 15 and newer. */
    JSON(".json"),
    /** {@code csvlog}. */
    CSV(".csv"),
    /** Lines that begin with {@code log_line_prefix}. */
    STDERR("");

    private final String ending;

    LogFormat(String ending) {
        this.ending = ending;
    }

    /** Whether a file of that name is of this format; the server gives JSON and CSV these endings. */
    boolean suits(String name) {
        return this == STDERR ? !name.endsWith(JSON.ending) && !name.endsWith(CSV.ending) : name.endsWith(ending);
    }
}
