package dev.watchkeeper.postgres.patroni;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What of the cluster's dynamic configuration bears on a change of the leader ({@code GET /config}). Where nothing is set,
 * Patroni's own defaults stand (documentation: dynamic configuration settings).
 *
 * @param maximumLagOnFailover a replica that is further behind, in bytes, is not taken as the leader
 * @param maximumLagOnSyncnode null if not set
 * @param synchronousMode {@code off}, {@code on}, {@code quorum}
 * @param standbyCluster whether the whole cluster follows another one
 */
public record PatroniConfig(
        Duration ttl,
        Duration loopWait,
        long maximumLagOnFailover,
        @Nullable Long maximumLagOnSyncnode,
        String synchronousMode,
        boolean synchronousModeStrict,
        boolean paused,
        boolean standbyCluster) {
    /** Whether only synchronous standbys may become the leader. */
    public boolean synchronous() {
        return !synchronousMode.equals("off");
    }
}
