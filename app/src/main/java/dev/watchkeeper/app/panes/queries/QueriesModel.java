package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.kernel.poll.Snapshot;
import java.util.List;

/**
 * What the view shows.
 *
 * @param lines filtered and in order
 * @param all how many there are without the filter
 * @param asked whether the person asked for the change
 */
record QueriesModel(Snapshot<Past> snapshot, List<StatementLine> lines, int all, boolean asked) {
    QueriesModel {
        lines = List.copyOf(lines);
    }

    Past past() {
        return snapshot.value();
    }

    boolean isComparison() {
        return past().statements().comparison().isPresent();
    }
}
