package dev.watchkeeper.postgres.serverlog;

/**
 * What the server is set to log.
 *
 * @param minDuration {@code log_min_duration_statement} in ms; 0 all, -1 none
 * @param tempFiles {@code log_temp_files} in KiB; 0 all, -1 none
 */
public record LogSettings(long minDuration, boolean lockWaits, long tempFiles, boolean checkpoints) {}
