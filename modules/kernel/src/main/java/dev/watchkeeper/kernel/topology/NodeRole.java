package dev.watchkeeper.kernel.topology;

import java.util.Locale;

/** What a server of a topology is for. */
public enum NodeRole {
    /** PostgreSQL or Redis that takes writes. */
    PRIMARY,
    /** PostgreSQL in recovery. */
    STANDBY,
    /** PostgreSQL that subscribes to another cluster's publication. */
    SUBSCRIBER,
    /** Redis that follows another. */
    REPLICA,
    /** Watches Redis. */
    SENTINEL,
    /** PgBouncer. */
    POOL,
    /** HAProxy. */
    PROXY;

    /** As it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
