package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a receiver is behind, from what both ends say. */
final class Lags {
    private Lags() {}

    /**
     * Of a physical standby.
     *
     * @param end of the upstream's WAL; null if it is not known
     * @param sender null if it is not seen
     * @param standby null if it does not answer
     * @param stalled whether the standby has something to replay and doesn't go on; its own last commit tells the time then,
     *     since the walsender learns nothing new
     * @param caughtUpAt when it last had nothing left to replay: it can't be behind for longer; null if that was not seen
     */
    static Lag physical(
            @Nullable Long end,
            @Nullable Sender sender,
            @Nullable MemberReading standby,
            boolean stalled,
            @Nullable Instant caughtUpAt) {
        WalPosition own = standby == null ? null : standby.position();
        Sender.Progress told = sender == null || sender.hidden() ? null : sender.at();
        Long written = told != null && told.written() != null ? told.written() : received(own);
        Long flushed = told != null && told.flushed() != null ? told.flushed() : received(own);
        // both tell the same, at moments a little apart
        Long replayed = later(told == null ? null : told.replayed(), own == null ? null : own.replayed());
        Long behind = Lsn.distance(replayed, end);
        return new Lag(
                Lsn.distance(told == null ? null : told.sent(), end),
                Lsn.distance(written, end),
                Lsn.distance(flushed, end),
                behind,
                told == null ? null : told.writeLagMillis(),
                told == null ? null : told.flushLagMillis(),
                behind != null && behind == 0 ? null : replayMillis(told, standby, stalled, caughtUpAt));
    }

    /** Of a subscriber: all four stages are told by its apply worker. */
    static Lag logical(@Nullable Long end, Sender sender) {
        Sender.Progress told = sender.at();
        Long behind = Lsn.distance(told.replayed(), end);
        return new Lag(
                Lsn.distance(told.sent(), end),
                Lsn.distance(told.written(), end),
                Lsn.distance(told.flushed(), end),
                behind,
                told.writeLagMillis(),
                told.flushLagMillis(),
                behind != null && behind == 0 ? null : told.replayLagMillis());
    }

    private static @Nullable Long replayMillis(
            Sender.@Nullable Progress told,
            @Nullable MemberReading standby,
            boolean stalled,
            @Nullable Instant caughtUpAt) {
        Long fromSender = told == null ? null : told.replayLagMillis();
        Instant commit = standby == null ? null : standby.position().replayedCommit();
        if (standby == null || commit == null || standby.position().unreplayed() == 0 || !(stalled || told == null)) {
            return fromSender;
        }
        // the last commit may be old because there was none since
        Instant since = caughtUpAt != null && caughtUpAt.isAfter(commit) ? caughtUpAt : commit;
        long own = Math.max(0, Duration.between(since, standby.takenAt()).toMillis());
        return fromSender == null ? own : Math.max(own, fromSender);
    }

    private static @Nullable Long received(@Nullable WalPosition position) {
        return position == null ? null : position.end();
    }

    /** The further one of those that are known. */
    static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? (one == null ? other : one) : Long.valueOf(Math.max(one, other));
    }
}
