package dev.watchkeeper.kernel.poll;

import java.time.Instant;

/**
 * What one probe saw at one moment. Immutable, as is all that it holds.
 *
 * @param takenAt by the server's clock, so that ages of what it lists are right whatever the workstation's clock says
 */
public record Snapshot<S>(S value, Instant takenAt, ServerVersion version, Cost cost) {}
