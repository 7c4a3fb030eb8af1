package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notices that a statement is carried out otherwise than when it was looked at before. For one thread. */
final class PlanWatch {
    private static final int MOST = 5_000;

    /** Of a statement stands as much in one line beside a curve. */
    private static final int LONGEST = 48;

    private final Map<QueryRef, String> shapes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<QueryRef, String> eldest) {
            return size() > MOST;
        }
    };

    /** One event for each plan of another shape than the one before. */
    List<HistoryEvent> of(List<KeptPlan> seen, Map<QueryRef, String> texts) {
        List<HistoryEvent> events = new ArrayList<>();
        for (KeptPlan plan : seen) {
            String before = shapes.put(plan.query(), plan.shape());
            if (before != null && !before.equals(plan.shape())) {
                events.add(new HistoryEvent(
                        plan.lastSeen(),
                        HistoryEvent.Kind.PLAN,
                        "another plan: " + line(texts.getOrDefault(plan.query(), ""))));
            }
        }
        return events;
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
