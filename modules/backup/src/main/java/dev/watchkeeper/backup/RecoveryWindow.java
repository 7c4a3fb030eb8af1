package dev.watchkeeper.backup;

import java.time.Instant;

/**
 * A span of time of which every second can be had back.
 *
 * @param from the end of the backup with which it begins: before it that backup is not consistent
 * @param to the last change that is in the archive, as far as one can tell
 * @param timeline on which it ends
 * @param backup the id of the backup with which it begins
 * @param place where both lie, for a person
 */
public record RecoveryWindow(Instant from, Instant to, int timeline, String backup, String place) {}
