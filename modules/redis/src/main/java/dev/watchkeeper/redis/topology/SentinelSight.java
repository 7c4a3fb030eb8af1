package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sentinel told.
 *
 * @param name of the primary that it watches
 * @param primary the server that it takes for it
 * @param quorumSaid its answer to {@code SENTINEL CKQUORUM}, without the code
 */
record SentinelSight(
        InfoText info,
        String name,
        Watched primary,
        List<Watched> replicas,
        List<Watched> sentinels,
        boolean quorumReached,
        String quorumSaid,
        Instant at,
        ServerVersion version,
        long bytes)
        implements Sight {
    SentinelSight {
        replicas = List.copyOf(replicas);
        sentinels = List.copyOf(sentinels);
    }

    Optional<HostPort> primaryAddress() {
        return primary.address();
    }

    /** As many sentinels have to agree that the primary is down. */
    long quorum() {
        return primary.number("quorum");
    }

    /** The server's clock jumped, or it was stopped: it watches, and does nothing. */
    boolean isTilted() {
        return info.flag("sentinel_tilt");
    }

    boolean isFailingOver() {
        return primary.is("failover_in_progress");
    }

    @Override
    public List<Announced> announced() {
        List<Announced> all = new ArrayList<>();
        primaryAddress().ifPresent(address -> all.add(new Announced(address, false)));
        replicas.forEach(one -> one.address().ifPresent(address -> all.add(new Announced(address, false))));
        sentinels.forEach(one -> one.address().ifPresent(address -> all.add(new Announced(address, true))));
        return all;
    }
}
