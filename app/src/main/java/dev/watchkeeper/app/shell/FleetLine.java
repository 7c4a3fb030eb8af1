package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.target.Environment;

/** One line of the fleet. */
sealed interface FleetLine {
    record Heading(Environment environment) implements FleetLine {}

    record Member(FleetServer server) implements FleetLine {}
}
