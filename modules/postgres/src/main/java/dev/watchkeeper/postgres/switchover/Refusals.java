package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.patroni.PatroniRole;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a server can't become the primary, or must not. */
final class Refusals {
    /** A standby that is behind on purpose would let everybody wait so long without writes. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    private final Standing standing;

    Refusals(Standing standing) {
        this.standing = standing;
    }

    /** The first reason; empty if it may. */
    Optional<String> of(Sighting candidate) {
        return Stream.<Reason>of(
                        this::isThePrimary,
                        this::isOfAnother,
                        this::splitBrain,
                        this::cantBeReached,
                        this::byPatroni,
                        this::history,
                        this::source,
                        this::onPurpose,
                        this::rights)
                .map(reason -> reason.against(candidate))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private interface Reason {
        @Nullable
        String against(Sighting candidate);
    }

    private @Nullable String isThePrimary(Sighting candidate) {
        boolean leads = standing.primaries().size() == 1 && standing.primaries().contains(candidate);
        return leads ? "it is the primary already" : null;
    }

    private @Nullable String isOfAnother(Sighting candidate) {
        MemberReading last = candidate.last();
        if (last == null || standing.isOurs(candidate)) {
            return null;
        }
        return last.subscriptions().isEmpty()
                ? "it is of another cluster"
                : "it is a subscriber, of another cluster, and has only the tables that it subscribes to";
    }

    private @Nullable String splitBrain(Sighting candidate) {
        if (standing.primaries().size() < 2) {
            return null;
        }
        return "there are two primaries: "
                + String.join(
                        " and ",
                        standing.primaries().stream().map(standing::name).toList())
                + "; decide first which of them is to stay";
    }

    private @Nullable String cantBeReached(Sighting candidate) {
        if (candidate.reading() != null) {
            return null;
        }
        boolean patroniSeesIt =
                standing.managed(candidate).filter(PatroniMember::runs).isPresent();
        String why = candidate.trouble().map(Fault::message).orElse("it was never asked");
        return patroniSeesIt ? null : "it can't be reached: " + why;
    }

    private @Nullable String byPatroni(Sighting candidate) {
        Managed patroni = standing.patroni().orElse(null);
        if (patroni == null) {
            return null;
        }
        PatroniMember member = patroni.member(candidate).orElse(null);
        if (member == null) {
            return "Patroni doesn't know it: it is not managed";
        }
        if (member.role().leads()) {
            return "it is the leader already";
        }
        if (member.nofailover()) {
            return "nofailover is set in its tags: Patroni never makes it the leader";
        }
        if (!member.runs()) {
            return "Patroni says that its PostgreSQL is " + member.state();
        }
        boolean leader = patroni.view().leader().isPresent();
        boolean synchronous = member.role() == PatroniRole.SYNC_STANDBY || member.role() == PatroniRole.QUORUM_STANDBY;
        if (leader && patroni.config().synchronous() && !synchronous) {
            return "synchronous_mode is on, and it is no synchronous standby: Patroni would refuse it";
        }
        return tooFarBehind(candidate, patroni);
    }

    private @Nullable String tooFarBehind(Sighting candidate, Managed patroni) {
        Long bytes = Loss.of(standing, candidate).bytes();
        long allowed = patroni.config().maximumLagOnFailover();
        if (bytes == null || bytes <= allowed) {
            return null;
        }
        return "it is %s behind, and maximum_lag_on_failover is %s".formatted(Sizes.bytes(bytes), Sizes.bytes(allowed));
    }

    private @Nullable String history(Sighting candidate) {
        Integer own = timeline(candidate.reading());
        Integer leading = standing.leading().map(Refusals::timeline).orElse(null);
        // a standby's word for an older one may be late: it learns of a new one when it streams or at a restartpoint
        boolean late = isStreaming(candidate.reading()) || standing.primary().isEmpty();
        if (own == null || leading == null || own.equals(leading) || (late && own < leading)) {
            return null;
        }
        return "it is on timeline %d, the primary on %d: their histories have parted".formatted(own, leading);
    }

    /** While there is a primary, one who doesn't stream gets nothing of what is written. */
    private @Nullable String source(Sighting candidate) {
        MemberReading reading = candidate.reading();
        if (reading == null || reading.primary()) {
            return null;
        }
        Sighting upstream = upstream(reading);
        boolean fromPrimary =
                upstream == null || standing.lost().filter(upstream::equals).isPresent();
        if (upstream != null && upstream.reading() == null && !fromPrimary) {
            return "it gets its WAL from " + standing.name(upstream) + ", which doesn't answer";
        }
        if (standing.primary().isPresent() && !isStreaming(reading)) {
            return "it is not streaming: what is written now doesn't reach it";
        }
        return null;
    }

    private @Nullable String onPurpose(Sighting candidate) {
        MemberReading reading = candidate.reading();
        if (reading == null) {
            return null;
        }
        Duration delay = reading.settings().applyDelay();
        if (delay.compareTo(LONGEST_DELAY) > 0) {
            return "it is %s behind on purpose (recovery_min_apply_delay)".formatted(Spans.words(delay));
        }
        boolean byHand = standing.patroni().isEmpty() && standing.primary().isPresent();
        boolean paused = reading.position().replay() != WalPosition.Replay.NOT_PAUSED;
        return byHand && paused ? "its replay is paused: resume it first, or it never has all that was written" : null;
    }

    private @Nullable String rights(Sighting candidate) {
        MemberReading reading = candidate.reading();
        if (reading == null || standing.patroni().isPresent()) {
            return null;
        }
        if (standing.work() != null && standing.work().byPatroni()) {
            return "its primary was started by Patroni, which would undo it: name Patroni's REST API as well"
                    + " (--on patroni+http://host:8008)";
        }
        if (!reading.rights().promotes()) {
            return "the role %s may not run pg_promote() there"
                    .formatted(reading.rights().role());
        }
        MemberReading primary = standing.primary().map(Sighting::reading).orElse(null);
        if (primary != null && !primary.rights().superuser()) {
            return "the role %s can't keep %s from writing first: that takes a superuser"
                    .formatted(
                            primary.rights().role(),
                            standing.primary().map(standing::name).orElse(""));
        }
        return null;
    }

    /** The member that it gets its WAL from, as far as the console knows it. */
    @Nullable
    Sighting upstream(MemberReading reading) {
        Upstream told = Followers.told(reading);
        if (told == null) {
            return null;
        }
        return standing.members().stream()
                .filter(member -> told.hosts().stream()
                        .anyMatch(host -> member.addresses().contains(host) || isOnlyOneAt(member, host.port())))
                .findFirst()
                .orElse(null);
    }

    /** Names differ from where one looks; a port that only one member has does not. */
    private boolean isOnlyOneAt(Sighting member, int port) {
        return member.address().port() == port
                && standing.members().stream()
                                .filter(one -> one.address().port() == port)
                                .count()
                        == 1;
    }

    private static boolean isStreaming(@Nullable MemberReading reading) {
        WalReceiver receiver = reading == null ? null : reading.receiver();
        return receiver != null
                && (receiver.status().isEmpty() || receiver.status().equals("streaming"));
    }

    private static @Nullable Integer timeline(@Nullable MemberReading reading) {
        return reading == null ? null : reading.position().timeline();
    }
}
