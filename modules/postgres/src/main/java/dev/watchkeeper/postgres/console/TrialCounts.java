package dev.watchkeeper.postgres.console;

import java.util.List;
import java.util.Optional;

/**
 * What came of trying statements.
 *
 * @param rows that each of them touched, in their order, as far as it went
 * @param fault why it went no further; empty if all were tried, or if time ran out
 */
public record TrialCounts(List<Long> rows, Optional<StatementFault> fault) {
    public TrialCounts {
        rows = List.copyOf(rows);
    }
}
