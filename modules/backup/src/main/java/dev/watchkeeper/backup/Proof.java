package dev.watchkeeper.backup;

import java.time.Instant;

/**
 * How a backup was shown to be good, or not.
 *
 * @param at when it was looked at
 * @param how the words for a person: {@code pg_verifybackup}, {@code list and full read}, {@code restored in a drill}
 * @param good whether it was found to be whole
 * @param detail what was found; empty if there is nothing to add
 */
public record Proof(Instant at, String how, boolean good, String detail) {}
