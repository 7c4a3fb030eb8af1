package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the texts that are not known yet, those of the most expensive statements first. The server reads all texts
 * from a file for that, so where new statements never end it is asked only so often that it costs a small part of the
 * time. For one thread.
 */
final class TextLearner {
    /** What a statement's text may have, in bytes; the rest of a longer one is cut off. */
    static final int LONGEST = 1 << 20;

    private static final int AT_ONCE = 500;
    private static final long BYTES_AT_ONCE = 8L << 20;
    private static final long KEPT = 32L << 20;
    /** Fetching texts takes at most one part in so many of the time. */
    private static final int SHARE = 20;

    private static final long AFTER_TROUBLE = 60_000_000_000L;

    private final TextStore store = new TextStore(KEPT);
    private Optional<Fault> trouble = Optional.empty();
    private long notBefore = System.nanoTime();

    /** What kept texts from being read; empty if nothing did. */
    Optional<Fault> trouble() {
        return trouble;
    }

    /** Fetches what is missing, or some of it. Says which texts are new. */
    Set<QueryRef> learn(Extension extension, Workload workload) throws SQLException, FaultException {
        List<Long> missing = missing(workload);
        if (missing.isEmpty() || System.nanoTime() - notBefore < 0) {
            return Set.of();
        }
        long start = System.nanoTime();
        try {
            Map<QueryRef, String> fetched = extension.texts(missing, LONGEST, BYTES_AT_ONCE);
            trouble = Optional.empty();
            Set<QueryRef> learnt = new HashSet<>(fetched.keySet());
            learnt.removeIf(store::knows);
            fetched.forEach(store::learn);
            notBefore = System.nanoTime() + (System.nanoTime() - start) * SHARE;
            return learnt;
        } catch (SQLException e) {
            trouble = Optional.of(passing(e));
            notBefore = System.nanoTime() + AFTER_TROUBLE;
            return Set.of();
        }
    }

    /** The known texts of a workload's statements. */
    Map<QueryRef, String> texts(Workload workload) {
        Map<QueryRef, String> texts = new HashMap<>();
        for (StatementUse use : workload.uses()) {
            QueryRef query = QueryRef.of(use.id());
            String text = store.find(query);
            if (text != null) {
                texts.put(query, text);
            }
        }
        return texts;
    }

    private List<Long> missing(Workload workload) {
        return workload.uses().stream()
                .filter(use -> !store.knows(QueryRef.of(use.id())))
                .sorted(Comparator.comparingDouble(
                        (StatementUse use) -> -use.figures().execMs()))
                .map(use -> use.id().queryId())
                .distinct()
                .limit(AT_ONCE)
                .toList();
    }

    /** Figures go on without texts if these can't be converted, or take too long; anything else is another matter. */
    private static Fault passing(SQLException e) throws SQLException {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("22")) {
            return new Fault(
                    FaultKind.FAILED,
                    "statements' texts can't be read here: the server can't convert the text of a database with another"
                            + " encoding",
                    "Connect to the database that has the encoding SQL_ASCII: there texts come as they are");
        }
        if (state.equals("57014")) {
            return new Fault(
                    FaultKind.TIMEOUT, "reading the statements' texts took longer than allowed", "It is tried again");
        }
        throw e;
    }
}
