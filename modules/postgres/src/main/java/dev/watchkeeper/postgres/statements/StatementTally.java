package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the statements did since the probe was asked last.
 *
 * @param workload empty at the first reading, which there is nothing to compare with
 * @param texts of the workload's statements, as far as they are known yet: some come with a later reading
 * @param learnt those of the texts that no earlier reading had
 */
public record StatementTally(
        Optional<Workload> workload, Map<QueryRef, String> texts, Set<QueryRef> learnt, Coverage coverage) {
    public StatementTally {
        texts = Map.copyOf(texts);
        learnt = Set.copyOf(learnt);
    }
}
