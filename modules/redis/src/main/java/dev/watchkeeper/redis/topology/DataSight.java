package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Redis server told.
 *
 * @param watchers sentinels that listen to it; -1 if it may not be asked
 * @param minReplicas {@code min-replicas-to-write}; 0 if it is not set or may not be asked
 */
record DataSight(InfoText info, long watchers, long minReplicas, Instant at, ServerVersion version, long bytes)
        implements Sight {
    boolean isPrimary() {
        return info.get("role").equals("master");
    }

    /** Of a replica. */
    Optional<HostPort> primary() {
        return isPrimary() ? Optional.empty() : Addresses.of(info.get("master_host"), info.get("master_port"));
    }

    boolean linkUp() {
        return info.get("master_link_status").equals("up");
    }

    boolean isSyncing() {
        return info.flag("master_sync_in_progress");
    }

    List<Follower> followers() {
        return info.numbered("slave").values().stream()
                .flatMap(fields -> Follower.parse(fields).stream())
                .toList();
    }

    String replicationId() {
        return info.get("master_replid");
    }

    /** That it had before it was promoted or moved; empty if there was none. */
    String formerReplicationId() {
        String former = info.get("master_replid2");
        return former.replace("0", "").isEmpty() ? "" : former;
    }

    /** How far it is in the stream of changes, in bytes. */
    long offset() {
        return isPrimary() ? info.number("master_repl_offset") : info.number("slave_repl_offset");
    }

    /** Who of the replicas is promoted first: the lowest; 0 never. */
    long priority() {
        return info.number("slave_priority", 100);
    }

    @Override
    public List<Announced> announced() {
        List<Announced> all = new ArrayList<>();
        primary().ifPresent(address -> all.add(new Announced(address, false)));
        followers().forEach(follower -> all.add(new Announced(follower.address(), false)));
        return all;
    }
}
