package dev.watchkeeper.postgres.sessions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code pg_stat_activity.state} says. */
public enum SessionState {
    ACTIVE("active"),
    IDLE_IN_TRANSACTION("idle in transaction"),
    IDLE_IN_TRANSACTION_ABORTED("idle in transaction (aborted)"),
    FASTPATH("fastpath function call"),
    IDLE("idle"),
    DISABLED("disabled"),
    STARTING("starting"),
    /** A background process, or a session of somebody else that this role may not look into. */
    NONE("");

    private final String label;

    SessionState(String label) {
        this.label = label;
    }

    /** As PostgreSQL writes it; empty for {@link #NONE}. */
    public String label() {
        return label;
    }

    /** For a badge: shorter where PostgreSQL's own word is long. */
    public String badge() {
        return switch (this) {
            case IDLE_IN_TRANSACTION -> "idle in tx";
            case IDLE_IN_TRANSACTION_ABORTED -> "aborted tx";
            case FASTPATH -> "fastpath";
            default -> label;
        };
    }

    /** Whether it sits in a transaction without doing anything. */
    public boolean isIdleInTransaction() {
        return this == IDLE_IN_TRANSACTION || this == IDLE_IN_TRANSACTION_ABORTED;
    }

    /** Reads {@code pg_stat_activity.state}; {@link #NONE} for null and for what no version known says. */
    public static SessionState of(@Nullable String state) {
        if (state == null) {
            return NONE;
        }
        for (SessionState one : values()) {
            if (one.label.equals(state.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        return NONE;
    }
}
