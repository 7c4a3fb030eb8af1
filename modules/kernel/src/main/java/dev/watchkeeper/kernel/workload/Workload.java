package dev.watchkeeper.kernel.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the statements of one server did between two readings. Immutable.
 *
 * @param from of the earlier reading, by the server's clock
 * @param to of the later reading
 * @param uses only statements that did something in between, each once, in no order
 * @param interruptions in between, in order of time
 */
public record Workload(Instant from, Instant to, List<StatementUse> uses, List<Interruption> interruptions) {
    public Workload {
        uses = List.copyOf(uses);
        interruptions = List.copyOf(interruptions);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** All statements together. */
    public StatementFigures total() {
        return uses.stream().map(StatementUse::figures).reduce(StatementFigures.NONE, StatementFigures::plus);
    }
}
