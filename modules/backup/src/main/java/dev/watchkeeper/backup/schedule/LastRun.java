package dev.watchkeeper.backup.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * How it went the last time.
 *
 * @param at when it ended, or began where only that is known; empty if the host does not know
 * @param trouble what went wrong: {@code status 1}; empty if it went well or still runs
 */
public record LastRun(Optional<Instant> at, Optional<String> trouble) {}
