package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One address of the cluster, with what is known of who is there. Used by one thread at a time. */
final class Member {
    /** So many refreshes a counter is looked back over. */
    private static final int MEMORY = 30;

    private final HostPort address;
    private final boolean sentinel;
    private final Supplier<RedisServer> server;
    private final boolean candidate;
    private final Deque<Long> fullSyncs = new ArrayDeque<>();
    private @Nullable Sight sight;
    private @Nullable Fault fault;
    private boolean even;
    private String id;

    /** @param candidate whether somebody named it who need not be right: it counts only if it turns out to belong here */
    Member(HostPort address, boolean sentinel, boolean candidate, Supplier<RedisServer> server) {
        this.address = address;
        this.sentinel = sentinel;
        this.candidate = candidate;
        this.server = server;
        this.id = address.toString();
    }

    HostPort address() {
        return address;
    }

    boolean isSentinel() {
        return sentinel;
    }

    boolean isCandidate() {
        return candidate;
    }

    RedisServer server() {
        return server.get();
    }

    void answered(Sight told) {
        sight = told;
        fault = null;
        even = !even;
        fullSyncs.addLast(told.info().number("sync_full"));
        if (fullSyncs.size() > MEMORY) {
            fullSyncs.removeFirst();
        }
    }

    void failed(Fault why) {
        fault = why;
        fullSyncs.clear();
    }

    /** True every second time. */
    boolean isEven() {
        return even;
    }

    /** The last that it told, which may be long ago. */
    Optional<Sight> sight() {
        return Optional.ofNullable(sight);
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    boolean isHere() {
        return sight != null && fault == null;
    }

    /** Full resyncs that it gave while it was looked at. */
    long fullSyncsSeen() {
        return fullSyncs.size() < 2 ? 0 : Math.max(0, fullSyncs.getLast() - fullSyncs.getFirst());
    }

    String id() {
        return id;
    }

    void id(String ofTheSameServer) {
        id = ofTheSameServer;
    }
}
