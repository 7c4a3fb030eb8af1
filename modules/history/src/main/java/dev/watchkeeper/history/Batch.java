package dev.watchkeeper.history;

import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.Workload;
import java.util.List;
import java.util.Map;

/**
 * What is to be kept of one server; written as a whole or not at all.
 *
 * @param target the server's name, as in the connections
 * @param texts of statements, as far as they are new
 */
public record Batch(
        String target,
        List<Point> points,
        List<ActivitySample> activity,
        List<Workload> workloads,
        Map<QueryRef, String> texts,
        List<HistoryEvent> events,
        List<KeptPlan> plans) {
    public Batch {
        points = List.copyOf(points);
        activity = List.copyOf(activity);
        workloads = List.copyOf(workloads);
        texts = Map.copyOf(texts);
        events = List.copyOf(events);
        plans = List.copyOf(plans);
    }

    public static Batch of(String target) {
        return new Batch(target, List.of(), List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    public Batch withPoints(List<Point> added) {
        return new Batch(target, added, activity, workloads, texts, events, plans);
    }

    public Batch withActivity(List<ActivitySample> added) {
        return new Batch(target, points, added, workloads, texts, events, plans);
    }

    public Batch withWorkload(Workload added, Map<QueryRef, String> newTexts) {
        return new Batch(target, points, activity, List.of(added), newTexts, events, plans);
    }

    public Batch withEvents(List<HistoryEvent> added) {
        return new Batch(target, points, activity, workloads, texts, added, plans);
    }

    public Batch withPlans(List<KeptPlan> added) {
        return new Batch(target, points, activity, workloads, texts, events, added);
    }
}
