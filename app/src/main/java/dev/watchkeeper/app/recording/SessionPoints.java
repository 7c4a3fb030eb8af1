package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts samples of the activity by state; a state that nobody is in any more is 0, not unknown. Not thread-safe. */
final class SessionPoints {
    private final Set<String> states = new TreeSet<>(Set.of("active"));

    List<Point> of(ActivitySample sample) {
        Map<String, Integer> counts = new TreeMap<>();
        states.forEach(state -> counts.put(state, 0));
        for (Map.Entry<ActivityKey, Integer> one : sample.sessions().entrySet()) {
            counts.merge(one.getKey().state(), one.getValue(), Integer::sum);
        }
        states.addAll(counts.keySet());
        return counts.entrySet().stream()
                .map(state -> new Point(Metric.SESSIONS, state.getKey(), sample.at(), state.getValue()))
                .toList();
    }
}
