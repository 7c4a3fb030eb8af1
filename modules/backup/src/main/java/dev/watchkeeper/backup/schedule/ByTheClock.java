package dev.watchkeeper.backup.schedule;

import java.util.Optional;

/**
 * When a host is to do something again and again.
 *
 * @param keeper who is to watch the clock; empty for cron where the host has it, else a timer
 */
public record ByTheClock(CronTime when, Optional<Keeper> keeper) {}
