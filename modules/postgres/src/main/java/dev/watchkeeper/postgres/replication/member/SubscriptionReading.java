package dev.watchkeeper.postgres.replication.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of this server.
 *
 * @param database that has it
 * @param here whether the console is connected to that database; only then are its tables known
 * @param slot at the publisher; empty if none
 * @param publications with commas between
 * @param publisher null if the role may not see it
 * @param worker the apply worker; null if none runs
 */
public record SubscriptionReading(
        String name,
        String database,
        boolean here,
        boolean enabled,
        String slot,
        String publications,
        @Nullable Upstream publisher,
        @Nullable Worker worker,
        Tables tables,
        Errors errors) {
    /**
     * The process that applies.
     *
     * @param startedAt the walsender that serves it started a moment later; null if the role may not see it
     * @param lastMessage when the publisher was heard last, by the subscriber's clock
     * @param latestEnd the last position that was told to the publisher
     */
    public record Worker(
            int pid,
            @Nullable Instant startedAt,
            @Nullable Long received,
            @Nullable Instant lastMessage,
            @Nullable Long latestEnd,
            @Nullable Instant latestEndAt) {}

    /**
     * Its tables (documentation: catalog {@code pg_subscription_rel}).
     *
     * @param ready that simply follow
     * @param copying that are being copied for the first time
     * @param unready names of those that are not copied yet, with commas between
     */
    public record Tables(int total, int ready, int copying, String unready) {}

    /**
     * Counted since statistics were reset.
     *
     * @param apply and {@code sync}: PostgreSQL 15 and newer; else null
     * @param conflicts PostgreSQL 18 and newer; else null
     */
    public record Errors(
            @Nullable Long apply,
            @Nullable Long sync,
            @Nullable Long conflicts) {}
}
