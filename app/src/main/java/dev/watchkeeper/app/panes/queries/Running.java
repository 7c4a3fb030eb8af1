package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.kernel.activity.ActivitySample;
import dev.watchkeeper.kernel.poll.Poll;
import java.util.Map;
import java.util.Optional;

/** Who is at work just now, as the recorder has last sampled it. */
final class Running {
    private Running() {}

    /** How many sessions run this statement, of whatever role. */
    static int of(Optional<Recording> recording, long queryId) {
        return recording
                .map(Recording::newest)
                .map(polls -> polls.get("activity"))
                .flatMap(Poll::latest)
                .map(snapshot -> sessions((ActivitySample) snapshot.value(), queryId))
                .orElse(0);
    }

    private static int sessions(ActivitySample sample, long queryId) {
        return sample.sessions().entrySet().stream()
                .filter(entry ->
                        entry.getKey().queryId() == queryId && entry.getKey().isActive())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
