package dev.watchkeeper.app.panes.replication.picture;

import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.panes.replication.drawing.ClusterLayout;
import dev.watchkeeper.app.panes.replication.drawing.Measure;
import dev.watchkeeper.app.panes.replication.drawing.Plan;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.List;

/**
 * A topology, drawn: as large as it can be read in the usual place. Immutable.
 *
 * @param plan what was laid out
 */
public record Drawing(Plan plan, GraphLayout layout) {
    /** Drawn smaller than this, the next smaller cards are taken. */
    private static final double LEGIBLE = 0.74;

    private static final List<Measure> SMALLER = List.of(Measure.CLOSE, Measure.SMALL);

    /** From nothing, without curves. */
    public static Drawing of(Topology topology) {
        return of(topology, new LagHistory());
    }

    /** From nothing. */
    public static Drawing of(Topology topology, LagHistory history) {
        Drawing drawn = of(topology, history, Measure.FULL);
        for (Measure measure : SMALLER) {
            if (ClusterLayout.zoom(drawn.layout) < LEGIBLE) {
                drawn = of(topology, history, measure);
            }
        }
        return drawn;
    }

    private static Drawing of(Topology topology, LagHistory history, Measure measure) {
        Plan plan = ClusterPicture.of(topology, history, measure);
        return new Drawing(plan, ClusterLayout.of(plan));
    }

    /** The next state: everything in its place as long as nodes and links are the same. */
    public Drawing next(Topology topology, LagHistory history) {
        Plan same = ClusterPicture.of(topology, history, plan.measure());
        if (same.looksLike(plan)) {
            return new Drawing(same, layout.showing(same.graph()));
        }
        Drawing fresh = of(topology, history);
        return new Drawing(fresh.plan, ClusterLayout.next(plan, layout, fresh.plan));
    }
}
