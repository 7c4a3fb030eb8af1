package dev.watchkeeper.history;

import java.util.List;
import java.util.Optional;

/**
 * What a store holds.
 *
 * @param place a path, or a JDBC address without a password
 * @param bytes what it takes on disk
 */
public record HistoryInfo(String place, long bytes, List<OfTarget> targets) {
    public HistoryInfo {
        targets = List.copyOf(targets);
    }

    /**
     * What it holds of one server.
     *
     * @param extent from the oldest to the newest; empty if there is nothing but texts
     * @param rows of all tables, finest and rolled up
     */
    public record OfTarget(String target, Optional<Interval> extent, long rows) {}
}
