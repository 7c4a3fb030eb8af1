package dev.watchkeeper.backup.windows;

import dev.watchkeeper.backup.RecoveryWindow;
import java.time.Instant;

/**
 * A window before those that overlap are put together.
 *
 * @param cluster whose it is: windows of different clusters have nothing to do with each other
 */
record Span(String cluster, Instant from, Instant to, int timeline, String backup, String place) {
    boolean touches(Span later) {
        return cluster.equals(later.cluster) && timeline == later.timeline && !later.from.isAfter(to);
    }

    /** Both, beginning with this one. */
    Span with(Span later) {
        return new Span(
                cluster,
                from,
                later.to.isAfter(to) ? later.to : to,
                timeline,
                backup,
                place.contains(later.place) ? place : place + ", " + later.place);
    }

    RecoveryWindow window() {
        return new RecoveryWindow(from, to, timeline, backup, place);
    }
}
