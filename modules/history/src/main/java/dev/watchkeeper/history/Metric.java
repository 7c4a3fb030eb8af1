package dev.watchkeeper.history;

import java.util.Locale;

/** A number that is kept over time. Kept by its {@link #key}, so names may change, keys may not. */
public enum Metric {
    /** Sessions, by state; labels are the states as the server says them. */
    SESSIONS("sessions", Unit.COUNT),
    /** Sessions that wait for a lock. */
    LOCK_WAITERS("locks.waiters", Unit.COUNT),
    /** Sessions that hold up others and wait for nobody. */
    LOCK_ROOTS("locks.roots", Unit.COUNT),
    /** How long the one who waits longest for a lock has waited. */
    LOCK_WAIT("locks.longest", Unit.SECONDS),
    /** What a standby still has to replay, by standby. */
    REPLAY_LAG_BYTES("replication.lag.bytes", Unit.BYTES),
    /** Age of what a standby has replayed, by standby. */
    REPLAY_LAG("replication.lag", Unit.SECONDS),
    /** WAL that a slot keeps, by slot. */
    SLOT_RETAINED("replication.slot.retained", Unit.BYTES),
    /** WAL that the server wrote. */
    WAL_RATE("wal.rate", Unit.BYTES_PER_SECOND),
    /** Size of each database. */
    DATABASE_SIZE("database.size", Unit.BYTES),
    /** Transactions that were committed. */
    COMMITS("transactions.commits", Unit.PER_SECOND),
    /** Transactions that were rolled back. */
    ROLLBACKS("transactions.rollbacks", Unit.PER_SECOND),
    /** Share of blocks found in the cache, 0 to 1. */
    CACHE_HITS("cache.hits", Unit.RATIO),
    /** Memory that a Redis uses. */
    REDIS_MEMORY("redis.memory", Unit.BYTES),
    /** Clients of a Redis. */
    REDIS_CLIENTS("redis.clients", Unit.COUNT),
    /** Commands that a Redis ran. */
    REDIS_COMMANDS("redis.commands", Unit.PER_SECOND),
    /** Keys, by database. */
    REDIS_KEYS("redis.keys", Unit.COUNT),
    /** Share of lookups that found a key, 0 to 1. */
    REDIS_HITS("redis.hits", Unit.RATIO),
    /** Load of a host over one minute. */
    HOST_LOAD("host.load", Unit.COUNT),
    /** Free space, by folder or file system. */
    HOST_DISK_FREE("host.disk.free", Unit.BYTES),
    /** Free memory of a host. */
    HOST_MEMORY_FREE("host.memory.free", Unit.BYTES);

    /** What its numbers count. */
    public enum Unit {
        COUNT,
        BYTES,
        BYTES_PER_SECOND,
        PER_SECOND,
        SECONDS,
        /** 0 to 1. */
        RATIO
    }

    private final String key;
    private final Unit unit;

    Metric(String key, Unit unit) {
        this.key = key;
        this.unit = unit;
    }

    /** As it stands in the store. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    /** In words: {@code lock waiters}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
