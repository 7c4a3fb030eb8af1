package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.List;
import java.util.Optional;

/**
 * One server as it was seen in one refresh, whatever addresses it has. Immutable, but for its connection.
 *
 * @param id of its node
 * @param address by which it is reached
 * @param aliases all addresses by which it is known, the reachable ones
 * @param name what people call it
 * @param last what it told, now or the last time that it answered; empty if it never did
 * @param fault why it did not answer now; empty if it did
 * @param fullSyncs that it gave while it was looked at
 */
record Seen(
        String id,
        HostPort address,
        List<HostPort> aliases,
        String name,
        boolean sentinel,
        Optional<Sight> last,
        Optional<Fault> fault,
        long fullSyncs,
        RedisServer server) {
    boolean isHere() {
        return fault.isEmpty() && last.isPresent();
    }

    /** What a Redis server told now. */
    Optional<DataSight> data() {
        return fault.isEmpty() ? lastData() : Optional.empty();
    }

    Optional<DataSight> lastData() {
        return last.filter(DataSight.class::isInstance).map(DataSight.class::cast);
    }

    /** What a sentinel told now. */
    Optional<SentinelSight> opinion() {
        return fault.isEmpty()
                ? last.filter(SentinelSight.class::isInstance).map(SentinelSight.class::cast)
                : Optional.empty();
    }

    /** Whether it takes writes now, as far as it says itself. */
    boolean isPrimary() {
        return data().map(DataSight::isPrimary).orElse(false);
    }
}
