package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a replica is too far behind. */
final class Judgement {
    /** A replica acknowledges every second: silence of so many seconds is a warning, of six times as many critical. */
    static final long SILENT_SECONDS = 10;

    private static final long LONG_SILENT_SECONDS = 60;

    /** Behind by so much, and it can't take over without losing what somebody will miss. */
    static final long FAR_BYTES = 10L * 1024 * 1024;

    /** A link of which only one end, or a sentinel, could tell. */
    private static final String UP = "up";

    private Judgement() {}

    /**
     * How far behind.
     *
     * @param bytes between what the primary has written and what the replica has; null if not known
     * @param secondsSilent since the replica acknowledged anything; null if its primary doesn't list it
     * @param state of the link, in the server's words, or {@code down}
     */
    record Distance(@Nullable Long bytes, @Nullable Long secondsSilent, String state) {}

    /** As the two of them see it; the replica may have taken more than it has acknowledged. */
    static Distance between(Field field, Seen primary, Seen replica) {
        Optional<DataSight> sender = primary.data();
        Optional<DataSight> receiver = replica.data();
        Optional<Follower> line = sender.stream()
                .flatMap(sight -> sight.followers().stream())
                .filter(one ->
                        field.meant(primary, one.address()).map(replica::equals).orElse(false))
                .findFirst();
        Long bytes = null;
        if (sender.isPresent() && (line.isPresent() || receiver.isPresent())) {
            long acknowledged = line.map(Follower::offset).orElse(0L);
            long own = receiver.map(DataSight::offset).orElse(0L);
            bytes = Math.max(0, sender.get().offset() - Math.max(acknowledged, own));
        }
        Long silent = line.map(Follower::secondsSilent).orElse(null);
        boolean up = receiver.isPresent() || (isClosed(replica) && sentinelsSeeItUp(field, replica));
        return new Distance(bytes, silent, state(line, receiver, up));
    }

    private static String state(Optional<Follower> line, Optional<DataSight> receiver, boolean up) {
        if (receiver.isPresent() && !receiver.get().linkUp()) {
            return receiver.get().isSyncing() ? "sync" : Link.DOWN;
        }
        return line.map(Follower::state).orElse(up ? UP : Link.DOWN);
    }

    /** It is there, and lets us not in. */
    static boolean isClosed(Seen server) {
        return server.fault().filter(fault -> fault.kind() == FaultKind.DENIED).isPresent();
    }

    private static boolean sentinelsSeeItUp(Field field, Seen replica) {
        return field.opinions()
                .anyMatch(opinion -> opinion.sight().replicas().stream()
                        .filter(one ->
                                !one.isDown() && one.text("master-link-status").equals("ok"))
                        .flatMap(one -> one.address().stream())
                        .anyMatch(address -> field.meant(opinion.sentinel(), address)
                                .map(replica::equals)
                                .orElse(false)));
    }

    static Severity of(Distance distance) {
        if (distance.state().equals(Link.DOWN)) {
            return Severity.CRITICAL;
        }
        Long silent = distance.secondsSilent();
        if (silent != null && silent >= LONG_SILENT_SECONDS) {
            return Severity.CRITICAL;
        }
        boolean late = silent != null && silent >= SILENT_SECONDS;
        Long bytes = distance.bytes();
        boolean far = bytes != null && bytes >= FAR_BYTES;
        boolean copying =
                !distance.state().equals("online") && !distance.state().equals(UP);
        return late || far || copying ? Severity.WARNING : Severity.NONE;
    }
}
