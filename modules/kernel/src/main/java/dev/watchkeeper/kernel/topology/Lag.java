package dev.watchkeeper.kernel.topology;

import org.jspecify.annotations.Nullable;

/**
 * How far the receiver of a link is behind its sender, stage by stage. Null is not known; a time is null also while there is
 * nothing to measure it by.
 *
 * @param sentBytes written by the sender and not yet sent
 * @param writtenBytes written by the sender and not yet written by the receiver
 * @param flushedBytes the same, on the receiver's disk
 * @param replayedBytes the same, and to be seen by queries there
 * @param writeMillis time between the sender's flush and the receiver's write, in milliseconds
 * @param flushMillis the same, until it was on the receiver's disk
 * @param replayMillis the same, until queries there see it
 */
public record Lag(
        @Nullable Long sentBytes,
        @Nullable Long writtenBytes,
        @Nullable Long flushedBytes,
        @Nullable Long replayedBytes,
        @Nullable Long writeMillis,
        @Nullable Long flushMillis,
        @Nullable Long replayMillis) {
    public static final Lag UNKNOWN = new Lag(null, null, null, null, null, null, null);

    /** Whether the receiver has everything: there is nothing to replay, and a time would mean nothing. */
    public boolean idle() {
        return replayedBytes != null && replayedBytes == 0;
    }
}
