package dev.watchkeeper.postgres.pulse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counters and positions of one server at one moment.
 *
 * @param startedAt when the postmaster started
 * @param walPosition bytes of WAL written (on a standby: received) since the cluster was made
 * @param own how far this server itself is behind; null on a primary
 * @param commits and the other counters: sums over all databases since their statistics were last reset
 * @param standbys that take WAL from this server
 * @param slots of this server that keep WAL
 */
public record Pulse(
        Instant takenAt,
        Instant startedAt,
        boolean standby,
        long walPosition,
        @Nullable Behind own,
        long commits,
        long rollbacks,
        long blocksHit,
        long blocksRead,
        List<Behind> standbys,
        List<Retained> slots) {
    public Pulse {
        standbys = List.copyOf(standbys);
        slots = List.copyOf(slots);
    }

    /**
     * How far a standby is behind.
     *
     * @param name its application_name, or where it comes from; empty for the asked server itself
     * @param bytes of WAL that it has not replayed
     * @param millis age of what it replayed last; 0 if there is nothing to replay
     */
    public record Behind(String name, long bytes, long millis) {}

    /** WAL that a slot keeps, in bytes. */
    public record Retained(String slot, long bytes) {}
}
