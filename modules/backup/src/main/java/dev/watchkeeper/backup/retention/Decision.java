package dev.watchkeeper.backup.retention;

import dev.watchkeeper.backup.Backup;

/**
 * What becomes of a backup.
 *
 * @param goes whether it may go
 * @param why in a few words: {@code older than 30 days}, {@code the last good one}
 */
public record Decision(Backup backup, boolean goes, String why) {}
