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
 * @param covered for how much of the time in between it is known what they did; rates are of that
 */
public record Workload(
        Instant from, Instant to, List<StatementUse> uses, List<Interruption> interruptions, Duration covered) {
    public Workload {
        uses = List.copyOf(uses);
        interruptions = List.copyOf(interruptions);
    }

    /** Of a time that is known without a gap. */
    public Workload(Instant from, Instant to, List<StatementUse> uses, List<Interruption> interruptions) {
        this(from, to, uses, interruptions, Duration.between(from, to));
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** All statements together. */
    public StatementFigures total() {
        return uses.stream().map(StatementUse::figures).reduce(StatementFigures.NONE, StatementFigures::plus);
    }
}
