package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One refresh, with what is known from before it; what nodes, links, slots and alarms are drawn from. */
record Scene(Cast cast, History history, Forks forks) {
    /** What an age is where the server can't tell it by its own settings. */
    private static final Duration USUAL_STATUS_INTERVAL = Duration.ofSeconds(10);

    String name(Sighting member) {
        return cast.name(member);
    }

    /** How far a standby is behind its upstream. */
    Lag lag(Sighting standby) {
        Sighting upstream = cast.upstream(standby);
        MemberReading reading = standby.reading();
        boolean paused = reading != null && reading.position().replay() != WalPosition.Replay.NOT_PAUSED;
        boolean stalled = paused || history.stalled(standby.id());
        Long end = upstream == null || upstream.last() == null
                ? null
                : upstream.last().position().end();
        if (reading == null) {
            return Lags.physical(end, cast.sender(standby), standby.last(), false, null);
        }
        // an upstream that does not answer is at least as far as its standby has heard of it
        boolean unasked = upstream == null || upstream.reading() == null;
        if (unasked && reading.receiver() != null) {
            end = Lags.later(end, reading.receiver().latestEnd());
        }
        return Lags.physical(end, cast.sender(standby), reading, stalled, notBefore(standby, reading, paused));
    }

    /** The standby can't be behind for longer than since then; null if nobody can tell. */
    private @Nullable Instant notBefore(Sighting standby, MemberReading reading, boolean paused) {
        Instant caughtUp = history.caughtUpAt(standby.id());
        Duration delay = reading.settings().applyDelay();
        if (paused || !delay.isPositive()) {
            return caughtUp;
        }
        // it waits on purpose; for longer only if it was seen to
        Instant onPurpose = reading.takenAt().minus(delay);
        Instant seen = history.waitingSince(standby.id());
        Instant since = seen != null && seen.isBefore(onPurpose) ? seen : onPurpose;
        return caughtUp != null && caughtUp.isAfter(since) ? caughtUp : since;
    }

    /** For how long the standby's last word has been overdue; null if it is not, or nobody can tell. */
    @Nullable
    Duration silence(Sighting standby) {
        Sighting upstream = cast.upstream(standby);
        Sender sender = cast.sender(standby);
        if (upstream == null || upstream.reading() == null) {
            return null;
        }
        if (sender == null || sender.replyTime() == null) {
            return null;
        }
        MemberReading own = standby.last();
        Duration interval = own == null ? USUAL_STATUS_INTERVAL : own.settings().statusInterval();
        if (interval.isZero()) {
            return null;
        }
        // the reply carries the standby's clock
        Instant replied = own == null ? upstream.ours(sender.replyTime()) : standby.ours(sender.replyTime());
        Duration age =
                Duration.between(replied, upstream.ours(upstream.reading().takenAt()));
        return age.compareTo(interval.multipliedBy(2).plusSeconds(1)) > 0 ? age : null;
    }

    static String bytes(@Nullable Long bytes) {
        return bytes == null ? "" : Sizes.bytes(bytes);
    }

    static String millis(@Nullable Long millis) {
        return millis == null ? "" : Spans.words(Duration.ofMillis(millis));
    }

    /** {@code 18 MB/s}. */
    static String perSecond(double bytes) {
        return Sizes.bytes(Math.round(bytes)) + "/s";
    }

    /** {@code 3 s}: since a moment by the server's own clock. */
    static String ago(MemberReading reading, Instant moment) {
        return Spans.words(age(reading, moment));
    }

    static Duration age(MemberReading reading, Instant moment) {
        Duration age = Duration.between(moment, reading.takenAt());
        return age.isNegative() ? Duration.ZERO : age;
    }
}
