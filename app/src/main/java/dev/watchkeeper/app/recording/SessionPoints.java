package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Point;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.activity.ActivitySample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sample of the activity, counted by state. */
final class SessionPoints {
    private SessionPoints() {}

    static List<Point> of(ActivitySample sample) {
        Map<String, Integer> states = new TreeMap<>();
        for (Map.Entry<ActivityKey, Integer> one : sample.sessions().entrySet()) {
            states.merge(one.getKey().state(), one.getValue(), Integer::sum);
        }
        return states.entrySet().stream()
                .map(state -> new Point(Metric.SESSIONS, state.getKey(), sample.at(), state.getValue()))
                .toList();
    }
}
