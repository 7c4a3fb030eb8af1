package dev.watchkeeper.history;

import dev.watchkeeper.kernel.workload.StatementFigures;
import java.time.Duration;
import java.time.Instant;

/**
 * What one statement did in one step.
 *
 * @param at the step's beginning
 */
public record StatementPoint(Instant at, Duration step, StatementFigures figures) {}
