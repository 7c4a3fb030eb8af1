package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A walsender: one who takes WAL from this server (view {@code pg_stat_replication}). A role without pg_read_all_stats
 * sees neither address, state nor positions.
 *
 * @param clientAddress null through a Unix socket, or if the role may not see it
 * @param clientName {@code client_hostname}; empty unless the server looks names up
 * @param backendStart null if the role may not see it
 * @param backendXmin the oldest transaction that {@code hot_standby_feedback} holds; empty if none
 * @param state {@code startup}, {@code catchup}, {@code streaming}, {@code backup}, {@code stopping}; empty if not seen
 * @param at how far the receiver is
 * @param syncState {@code async}, {@code potential}, {@code sync}, {@code quorum}; empty if not seen
 * @param replyTime when the receiver sent its last reply, by its own clock; null if none
 * @param slot the slot that it reads from; empty if none
 * @param logical whether that slot is a logical one
 */
public record Sender(
        int pid,
        String user,
        String applicationName,
        @Nullable String clientAddress,
        String clientName,
        @Nullable Instant backendStart,
        String backendXmin,
        String state,
        Progress at,
        int syncPriority,
        String syncState,
        @Nullable Instant replyTime,
        String slot,
        boolean logical) {
    /**
     * Each may be null: not known, or nothing to measure.
     *
     * @param sent and the others: places in the WAL
     * @param writeLagMillis and the others: in milliseconds
     */
    public record Progress(
            @Nullable Long sent,
            @Nullable Long written,
            @Nullable Long flushed,
            @Nullable Long replayed,
            @Nullable Long writeLagMillis,
            @Nullable Long flushLagMillis,
            @Nullable Long replayLagMillis) {}

    /** Whether its state and positions are hidden from the role. */
    public boolean hidden() {
        return state.isEmpty();
    }
}
