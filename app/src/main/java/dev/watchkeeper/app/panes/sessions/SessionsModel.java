package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.SessionList;
import java.util.List;
import java.util.Map;

/**
 * What the view shows of one snapshot. Immutable.
 *
 * @param lines filtered, grouped and in order
 * @param counts of client sessions, whatever the filter
 * @param background processes of the server itself
 * @param workers parallel workers
 * @param asked whether the person asked for the change
 */
record SessionsModel(
        Snapshot<SessionList> snapshot,
        List<SessionLine> lines,
        Map<StateGroup, Integer> counts,
        int background,
        int walsenders,
        int workers,
        boolean asked) {
    SessionsModel {
        lines = List.copyOf(lines);
        counts = Map.copyOf(counts);
    }

    int count(StateGroup group) {
        return counts.getOrDefault(group, 0);
    }
}
