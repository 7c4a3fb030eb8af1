package dev.watchkeeper.workspace.connections;

import java.time.Duration;
import java.util.Optional;

/**
 * What the file says of the history; the defaults where it says nothing.
 *
 * @param store where it is kept; empty for the file in the console's folder
 * @param fine how long as it was recorded
 * @param minutes how long in minutes, at least as long as fine
 * @param hours how long in hours, at least as long as minutes
 * @param bytes how large the store may become
 */
public record HistorySettings(
        Optional<HistoryPlace> store, Duration fine, Duration minutes, Duration hours, long bytes) {
    public static final HistorySettings DEFAULT = new HistorySettings(
            Optional.empty(), Duration.ofHours(2), Duration.ofDays(7), Duration.ofDays(366), 2_000_000_000L);
}
