package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.history.StatementPoint;
import dev.watchkeeper.kernel.workload.StatementId;
import java.util.List;

/**
 * One statement on a closer look.
 *
 * @param text whole, as far as it is known
 * @param points what it did in each step of what the axis shows
 * @param variants statements that differ from it in constants, role, database or level only
 */
record Closeup(StatementId id, String text, List<StatementPoint> points, List<StatementLine> variants) {
    Closeup {
        points = List.copyOf(points);
        variants = List.copyOf(variants);
    }
}
