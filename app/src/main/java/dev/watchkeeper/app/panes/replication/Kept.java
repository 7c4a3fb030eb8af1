package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.kernel.target.Engine;
import java.util.List;

/** What is kept over time of a server's part in its cluster. */
final class Kept {
    private static final String NO_STANDBY = "No standby was seen then";

    private static final String NO_REPLICA = "No replica followed this server then";

    private Kept() {}

    /** By standby, as the primary sees it; a standby's own has no label. */
    private static OverTime lag(String title, Metric metric) {
        return OverTime.lines(title, NO_STANDBY, new OverTime.Line(metric, "this server"));
    }

    static List<OverTime> of(Engine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                List.of(
                        lag("Replay lag", Metric.REPLAY_LAG_BYTES),
                        lag("Replay lag in time", Metric.REPLAY_LAG),
                        OverTime.line("WAL kept by slots", "There was no slot then", Metric.SLOT_RETAINED),
                        OverTime.line("WAL written", "It wrote no WAL of its own then", Metric.WAL_RATE));
            case REDIS ->
                List.of(
                        OverTime.line("Not acknowledged", NO_REPLICA, Metric.REPLAY_LAG_BYTES),
                        OverTime.line("Silence of replicas", NO_REPLICA, Metric.REPLAY_LAG));
            case SENTINEL, PGBOUNCER, HAPROXY, PATRONI -> List.of();
        };
    }
}
