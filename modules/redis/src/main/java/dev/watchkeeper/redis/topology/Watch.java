package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.text.InfoText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at servers every few milliseconds while the primary changes. All times are {@link System#nanoTime}. Thread-safe. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Watch.class.getName());
    private static final Duration EVERY = Duration.ofMillis(8);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration BEGIN = Duration.ofSeconds(3);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(50);

    private final Map<String, Track> tracks = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile long heldFrom = Long.MAX_VALUE;
    private volatile long heldUntil = Long.MAX_VALUE;

    /** What one server said last. */
    record Reading(long at, boolean primary, Optional<HostPort> follows, boolean linkUp, long offset) {}

    /** The moments that matter of one server. */
    private static final class Track {
        private volatile Optional<Reading> now = Optional.empty();
        private volatile long firstPrimary = Long.MIN_VALUE;
        private volatile long lastWritable = Long.MIN_VALUE;
    }

    Watch(List<Seen> servers) {
        for (Seen server : servers) {
            Track track = new Track();
            tracks.put(server.id(), track);
            Thread.ofVirtual().name("watch-" + server.id()).start(() -> follow(server, track));
        }
    }

    /** Waits until it has seen this server, if that takes writes: a change may be over before a connection is open. */
    void begun(Seen primary) throws FaultException {
        if (primary.isPrimary()) {
            Waiting.until(BEGIN, () -> lastWritable(primary).isPresent());
        }
    }

    /** From now on, at most for so long, writes wait at the old primary. */
    void held(Duration atMost) {
        heldFrom = System.nanoTime();
        heldUntil = heldFrom + atMost.toNanos();
    }

    private void follow(Seen server, Track track) {
        while (!closed) {
            try {
                server.server().apart(ANSWER, connected -> look(connected, track));
            } catch (FaultException e) {
                track.now = Optional.empty();
                LOG.log(Level.DEBUG, "watching {0}: {1}", server.id(), e.getMessage());
                if (e.fault().kind() == FaultKind.DENIED) {
                    return;
                }
                LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
            }
        }
    }

    private boolean look(Connected connected, Track track) throws FaultException {
        while (!closed) {
            InfoText info = InfoText.parse(connected.ask("INFO", "replication").text());
            long at = System.nanoTime();
            boolean primary = info.get("role").equals("master");
            if (primary && track.firstPrimary == Long.MIN_VALUE) {
                track.firstPrimary = at;
            }
            String handover = info.get("master_failover_state");
            boolean handingOver = !handover.isEmpty() && !handover.equals("no-failover");
            boolean held = at - heldFrom > 0 && at - heldUntil < 0 && heldFrom != Long.MAX_VALUE;
            if (primary && !handingOver && !held) {
                track.lastWritable = at;
            }
            track.now = Optional.of(new Reading(
                    at,
                    primary,
                    Addresses.of(info.get("master_host"), info.get("master_port")),
                    info.get("master_link_status").equals("up"),
                    info.number(primary ? "master_repl_offset" : "slave_repl_offset")));
            LockSupport.parkNanos(EVERY.toNanos());
        }
        return true;
    }

    /** Empty while it does not answer. */
    Optional<Reading> now(Seen server) {
        Track track = tracks.get(server.id());
        return track == null ? Optional.empty() : track.now;
    }

    /** When it was first seen as a primary. */
    OptionalLong firstPrimary(Seen server) {
        Track track = tracks.get(server.id());
        return track == null || track.firstPrimary == Long.MIN_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(track.firstPrimary);
    }

    /** When it was last seen as a primary that holds no writes back. */
    OptionalLong lastWritable(Seen server) {
        Track track = tracks.get(server.id());
        return track == null || track.lastWritable == Long.MIN_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(track.lastWritable);
    }

    @Override
    public void close() {
        closed = true;
    }
}
