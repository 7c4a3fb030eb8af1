package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.target.HostPort;

/**
 * A door through which clients reach the cluster.
 *
 * @param route the name of the routes behind it; empty if not known
 * @param database to enter; empty: the cluster's own
 * @param sure whether it is known to be there; else nobody wonders if nobody answers
 */
public record Entry(HostPort at, String route, String database, Use use, boolean sure) {
    /** {@code :5000}, {@code :6432/shop}. */
    public String label() {
        return ":" + at.port() + (database.isEmpty() ? "" : "/" + database);
    }
}
