package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the server is.
 *
 * @param standby whether it is in recovery
 * @param timeline that it writes or, as a standby, receives or replayed last; null if not known
 * @param current where a primary writes next; null in recovery
 * @param currentFile the WAL file that a primary writes; empty in recovery
 * @param received what a standby has received and flushed by streaming; null if nothing since it started, or on a primary
 * @param replayed null on a primary
 * @param replay whether a standby's replay goes on
 * @param replayedCommit time of the last commit that was replayed, by the primary's clock; null if none
 * @param nextXid one more than the newest transaction that is known to have ended here; the difference between two servers
 *     is the number of transactions that the one knows and the other doesn't
 */
public record WalPosition(
        boolean standby,
        @Nullable Integer timeline,
        @Nullable Long current,
        String currentFile,
        @Nullable Long received,
        @Nullable Long replayed,
        Replay replay,
        @Nullable Instant replayedCommit,
        long nextXid) {
    /** As {@code pg_get_wal_replay_pause_state()} says it. */
    public enum Replay {
        NOT_PAUSED,
        PAUSE_REQUESTED,
        PAUSED;

        static Replay of(String state) {
            return switch (state) {
                case "paused" -> PAUSED;
                case "pause requested" -> PAUSE_REQUESTED;
                default -> NOT_PAUSED;
            };
        }
    }

    /** The end of the WAL that it has: what can be sent to others. */
    public @Nullable Long end() {
        if (current != null) {
            return current;
        }
        if (received == null || replayed == null) {
            return received == null ? replayed : received;
        }
        return Math.max(received, replayed);
    }

    /** What queries here see: written on a primary, replayed on a standby. */
    public @Nullable Long visible() {
        return standby ? replayed : current;
    }

    /** Received by a standby and not replayed, in bytes; 0 on a primary. */
    public long unreplayed() {
        Long distance = Lsn.distance(replayed, end());
        return distance == null ? 0 : distance;
    }
}
