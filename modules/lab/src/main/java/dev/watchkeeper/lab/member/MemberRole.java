package dev.watchkeeper.lab.member;

import java.util.Locale;

/** What a member of the lab is there for. */
public enum MemberRole {
    PRIMARY,
    SYNCHRONOUS_STANDBY,
    ASYNCHRONOUS_STANDBY,
    CASCADING_STANDBY,
    LOGICAL_SUBSCRIBER,
    REDIS_PRIMARY,
    REDIS_REPLICA,
    REDIS_SENTINEL;

    /** In words: {@code synchronous standby}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("redis", "Redis");
    }

    public boolean isPostgres() {
        return compareTo(LOGICAL_SUBSCRIBER) <= 0;
    }
}
