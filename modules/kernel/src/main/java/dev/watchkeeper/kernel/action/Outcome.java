package dev.watchkeeper.kernel.action;

import java.time.Duration;
import java.util.Map;

/**
 * What became of an action.
 *
 * @param done whether what was wanted is so now
 * @param message what one sees now: "gone after 0.2 s", "still there: it is rolling back"
 * @param took from the command to the verified end
 * @param figures numbers for scripts, by names with their unit: {@code writes_away_ms}
 */
public record Outcome(boolean done, String message, Duration took, Map<String, Long> figures) {
    public Outcome {
        figures = Map.copyOf(figures);
    }

    public Outcome(boolean done, String message, Duration took) {
        this(done, message, took, Map.of());
    }
}
