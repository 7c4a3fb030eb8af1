package dev.watchkeeper.postgres.patroni;

/** What Patroni takes a member for (documentation: REST API, {@code GET /cluster}). */
public enum PatroniRole {
    LEADER("leader"),
    /** Leads a cluster that follows another one. */
    STANDBY_LEADER("standby leader"),
    SYNC_STANDBY("sync standby"),
    QUORUM_STANDBY("quorum standby"),
    REPLICA("replica");

    private final String words;

    PatroniRole(String words) {
        this.words = words;
    }

    /** The leader was called master, then primary, in some answers of some versions. */
    static PatroniRole of(String text) {
        return switch (text) {
            case "leader", "master", "primary" -> LEADER;
            case "standby_leader" -> STANDBY_LEADER;
            case "sync_standby" -> SYNC_STANDBY;
            case "quorum_standby" -> QUORUM_STANDBY;
            default -> REPLICA;
        };
    }

    /** For people: {@code sync standby}. */
    public String words() {
        return words;
    }

    /** Whether it holds the leader's key. */
    public boolean leads() {
        return this == LEADER || this == STANDBY_LEADER;
    }
}
