package dev.watchkeeper.kernel.topology;

import java.util.Locale;

/** What goes along a link. */
public enum LinkKind {
    /** WAL, from the sender to its standby. */
    PHYSICAL,
    /** Changes of published tables, from the publisher to the subscriber. */
    LOGICAL,
    /** Redis' stream of commands, from the primary to its replica. */
    REDIS,
    /** A sentinel's look at the server that it takes for the primary. */
    WATCH,
    /** Clients, from a pool or proxy to the server where they land. */
    ROUTE;

    /** As it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
