package dev.watchkeeper.redis.clients;

import java.util.Locale;

/** What a connection is there for. */
public enum ClientKind {
    NORMAL("client"),
    PUBSUB("subscriber"),
    BLOCKED("blocked"),
    TRANSACTION("in MULTI"),
    REPLICA("replica"),
    PRIMARY("primary"),
    MONITOR("monitor");

    private final String words;

    ClientKind(String words) {
        this.words = words;
    }

    static ClientKind of(String flags) {
        if (flags.contains("O")) {
            return MONITOR;
        }
        if (flags.contains("S")) {
            return REPLICA;
        }
        if (flags.contains("M")) {
            return PRIMARY;
        }
        if (flags.contains("b")) {
            return BLOCKED;
        }
        if (flags.contains("x")) {
            return TRANSACTION;
        }
        return flags.contains("P") ? PUBSUB : NORMAL;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** As it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an application is behind it, and not replication. */
    public boolean isApplication() {
        return this != REPLICA && this != PRIMARY;
    }
}
