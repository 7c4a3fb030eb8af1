package dev.watchkeeper.kernel.topology;

import java.util.Locale;

/** How bad it is. */
public enum Severity {
    /** As it should be, or nothing to judge. */
    NONE,
    /** Somebody should look at it today. */
    WARNING,
    /** Somebody should look at it now. */
    CRITICAL;

    /** As it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of the two. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
