package dev.watchkeeper.app.recording;

import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notices statements whose mean time has risen to three times what it used to be, or fallen to a third. For one thread. */
final class Shifts {
    private static final double TIMES = 3;

    /** A mean of fewer calls says nothing. */
    private static final long CALLS = 3;

    /** Statements that take less of an interval, or of a call, are not worth a question; in ms. */
    private static final double WORTH_MS = 20;

    private static final double WORTH_A_CALL_MS = 0.5;

    /** How much of the usual mean a new one makes. */
    private static final double WEIGHT = 0.2;

    private static final int MOST = 5_000;

    private final Map<QueryRef, Double> usual = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<QueryRef, Double> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Those that became slower or faster since the last time; each is named once, then the new mean is the usual one.
     *
     * @param uses one of each statement
     * @param limit how many at most
     */
    List<StatementUse> of(List<StatementUse> uses, int limit) {
        List<StatementUse> shifted = new ArrayList<>();
        for (StatementUse use : uses) {
            StatementFigures figures = use.figures();
            if (figures.calls() < CALLS) {
                continue;
            }
            QueryRef query = QueryRef.of(use.id());
            double mean = figures.meanMs();
            double before = usual.getOrDefault(query, mean);
            boolean far = mean >= TIMES * before || before >= TIMES * mean;
            if (far && matters(figures, before) && shifted.size() < limit) {
                shifted.add(use);
                usual.put(query, mean);
            } else {
                usual.put(query, before + WEIGHT * (mean - before));
            }
        }
        return shifted;
    }

    /** At the slower of the two paces. */
    private static boolean matters(StatementFigures figures, double before) {
        double mean = Math.max(before, figures.meanMs());
        return mean >= WORTH_A_CALL_MS && mean * figures.calls() >= WORTH_MS;
    }
}
