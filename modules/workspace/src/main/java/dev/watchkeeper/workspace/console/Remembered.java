package dev.watchkeeper.workspace.console;

import java.time.Instant;

/**
 * A statement that was run.
 *
 * @param target the target's name
 * @param statement without its secrets
 * @param outcome what came of it, in a few words: {@code 500 rows}, {@code failed: …}
 * @param done false if it failed
 */
public record Remembered(Instant at, String target, String statement, String outcome, boolean done, long tookMillis) {}
