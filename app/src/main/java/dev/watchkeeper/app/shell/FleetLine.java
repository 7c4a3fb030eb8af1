package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.target.Environment;

/** One line of the fleet. */
sealed interface FleetLine {
    record Heading(Environment environment) implements FleetLine {}

    /** Several servers that replicate; they stand below it. */
    record Cluster(FleetClusters.Group group) implements FleetLine {}

    /**
     * A server.
     *
     * @param inside whether it stands below its cluster
     */
    record Member(FleetServer server, boolean inside) implements FleetLine {}
}
