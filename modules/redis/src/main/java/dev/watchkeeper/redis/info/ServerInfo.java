package dev.watchkeeper.redis.info;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code INFO} tells of a server (documentation: command INFO).
 *
 * @param role {@code master}, {@code slave} or {@code sentinel}, in the server's own word
 * @param mode {@code standalone}, {@code sentinel} or {@code cluster}
 */
public record ServerInfo(
        String role,
        String mode,
        Duration uptime,
        Memory memory,
        Clients clients,
        Traffic traffic,
        Persistence persistence,
        Replication replication,
        List<Keyspace> keyspaces) {
    public ServerInfo {
        keyspaces = List.copyOf(keyspaces);
    }

    public long keys() {
        return keyspaces.stream().mapToLong(Keyspace::keys).sum();
    }

    /**
     * In bytes.
     *
     * @param used what Redis asked its allocator for
     * @param resident what the operating system gave the process
     * @param peak the most that was ever used
     * @param dataset of {@code used}, without overhead
     * @param max {@code maxmemory}; 0: no limit
     * @param system of the machine; 0 if not told
     * @param fragmentation resident by used
     * @param policy {@code maxmemory-policy}
     */
    public record Memory(
            long used,
            long resident,
            long peak,
            long dataset,
            long max,
            long system,
            double fragmentation,
            String policy) {
        /** Share of maxmemory that is used; null without a limit. */
        public @Nullable Double share() {
            return max == 0 ? null : (double) used / max;
        }

        /** Whether nothing is evicted, so that writes are refused when it is full. */
        public boolean refusesWhenFull() {
            return policy.equals("noeviction");
        }
    }

    /** Connections; {@code max} is maxclients, 0 if not told. */
    public record Clients(long connected, long blocked, long pubsub, long max) {}

    /**
     * Counters since the server started, and its own rates.
     *
     * @param opsPerSecond commands, by the server's own measure
     * @param inputKbps and {@code outputKbps}: kilobytes a second
     */
    public record Traffic(
            long commands,
            long opsPerSecond,
            double inputKbps,
            double outputKbps,
            long hits,
            long misses,
            long evicted,
            long expired,
            long rejected) {
        /** Share of reads that found their key, since the start; null if nothing was read. */
        public @Nullable Double hitShare() {
            return hits + misses == 0 ? null : (double) hits / (hits + misses);
        }
    }

    /**
     * What is on disk.
     *
     * @param lastSave of the RDB; null if never
     * @param changes since then
     * @param lastSaveOk whether the last BGSAVE went well
     * @param aofOk whether the last write and the last rewrite of the AOF went well
     */
    public record Persistence(
            boolean loading,
            @Nullable Instant lastSave,
            long changes,
            boolean saving,
            boolean lastSaveOk,
            boolean aof,
            boolean aofRewriting,
            boolean aofOk) {}

    /**
     * Who follows whom.
     *
     * @param primary address of the primary; empty on a primary
     * @param linkUp whether a replica hears its primary; true on a primary
     * @param replicas that are connected
     * @param offset bytes of the replication stream
     * @param backlog size in bytes
     * @param followers those of the replicas that follow from byte to byte
     */
    public record Replication(
            String id,
            String primary,
            boolean linkUp,
            long replicas,
            long offset,
            long backlog,
            long fullSyncs,
            List<Follower> followers) {
        public Replication {
            followers = List.copyOf(followers);
        }
    }

    /**
     * A replica as its primary sees it.
     *
     * @param name address and port
     * @param behind bytes of the replication stream that it has not acknowledged yet
     * @param silent since it last acknowledged anything; it does so every second
     */
    public record Follower(String name, long behind, Duration silent) {}

    /**
     * One database.
     *
     * @param number 0, 1, …
     * @param expiring keys with a time to live
     * @param averageTtl in milliseconds, as the server estimates; 0 if not known
     */
    public record Keyspace(int number, long keys, long expiring, long averageTtl) {}
}
