package dev.watchkeeper.postgres.haproxy;

import dev.watchkeeper.kernel.topology.Severity;
import java.util.Locale;

/** Whether HAProxy sends clients to a server. */
public enum ServerState {
    UP(true, Severity.NONE),
    /** It answers, and fails its last checks: will be down in a moment. */
    GOING_DOWN(true, Severity.WARNING),
    NOT_CHECKED(true, Severity.NONE),
    /** Takes no new clients; those who are there may end what they do. */
    DRAIN(false, Severity.WARNING),
    MAINT(false, Severity.WARNING),
    DOWN(false, Severity.NONE);

    private final boolean open;
    private final Severity severity;

    ServerState(boolean open, Severity severity) {
        this.open = open;
        this.severity = severity;
    }

    /** Reads the column {@code status}: {@code UP}, {@code UP 1/3}, {@code DOWN (agent)}, {@code MAINT (via primary/n1)}. */
    static ServerState of(String status) {
        String word = status.split("[ (]", 2)[0];
        return switch (word) {
            case "UP" -> status.contains("/") ? GOING_DOWN : UP;
            case "no" -> NOT_CHECKED;
            case "DRAIN", "NOLB" -> DRAIN;
            case "MAINT" -> MAINT;
            default -> DOWN;
        };
    }

    /** Whether new clients are sent there. */
    public boolean open() {
        return open;
    }

    /** By itself: that a standby is down for writes is as it should be. */
    public Severity severity() {
        return severity;
    }

    /** {@code up}, {@code going down}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
