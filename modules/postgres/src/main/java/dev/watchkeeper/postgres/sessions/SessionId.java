package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Instant;

/**
 * Which session is meant, for good: process ids are used again, but not with the same start.
 *
 * @param backendStart to the microsecond, as {@code pg_stat_activity} tells it; {@link Instant#EPOCH} of a session that the
 *     role may not look into
 */
public record SessionId(int pid, Instant backendStart) {
    /**
     * Refuses to go on with a session whose start the role was not told.
     *
     * @throws FaultException DENIED
     */
    void requireSeen() throws FaultException {
        if (backendStart.equals(Instant.EPOCH)) {
            throw new FaultException(
                    FaultKind.DENIED,
                    "the role may not look into session " + pid + ", so it can't be told from another with that pid",
                    "Grant it pg_monitor, or at least pg_read_all_stats");
        }
    }
}
