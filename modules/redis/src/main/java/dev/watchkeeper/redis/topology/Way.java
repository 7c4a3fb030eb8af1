package dev.watchkeeper.redis.topology;

/** How the primary is changed here. */
enum Way {
    /** {@code SENTINEL FAILOVER}: the sentinels promote a replica and tell everybody. */
    SENTINELS,
    /** {@code FAILOVER TO} on the primary, which holds writes back until the replica has all (Redis 6.2). */
    HANDOVER,
    /** {@code REPLICAOF NO ONE}: the primary is dead, and nobody watches. */
    BY_HAND;

    static Way of(Field field) {
        if (field.opinions().findAny().isPresent()) {
            return SENTINELS;
        }
        return field.primary().map(Seen::isPrimary).orElse(false) ? HANDOVER : BY_HAND;
    }
}
