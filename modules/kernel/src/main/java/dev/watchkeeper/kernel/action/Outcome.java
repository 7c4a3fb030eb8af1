package dev.watchkeeper.kernel.action;

import java.time.Duration;

/**
 * What became of an action.
 *
 * @param done whether what was wanted is so now
 * @param message what one sees now: "gone after 0.2 s", "still there: it is rolling back"
 * @param took from the command to the verified end
 */
public record Outcome(boolean done, String message, Duration took) {}
