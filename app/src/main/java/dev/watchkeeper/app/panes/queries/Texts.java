package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Texts that were read once are not read again as long as they are wanted. For one thread. */
final class Texts {
    private final Map<QueryRef, String> known = new HashMap<>();

    /** Those that are known of these. */
    Map<QueryRef, String> of(HistoryReader history, String target, Set<QueryRef> wanted) throws FaultException {
        known.keySet().retainAll(wanted);
        Set<QueryRef> missing = new HashSet<>(wanted);
        missing.removeAll(known.keySet());
        if (!missing.isEmpty()) {
            known.putAll(history.texts(target, missing));
        }
        return Map.copyOf(known);
    }
}
