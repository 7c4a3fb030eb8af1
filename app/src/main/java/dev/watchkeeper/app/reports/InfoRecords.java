package dev.watchkeeper.app.reports;

import dev.watchkeeper.redis.info.ServerInfo;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** How a Redis server is, as data: one row of the server, one for each of its databases. */
public final class InfoRecords {
    private static final List<String> SERVER = List.of(
            "role",
            "uptime_s",
            "used_memory_bytes",
            "used_memory_rss_bytes",
            "used_memory_peak_bytes",
            "maxmemory_bytes",
            "maxmemory_policy",
            "fragmentation_ratio",
            "connected_clients",
            "blocked_clients",
            "maxclients",
            "ops_per_s",
            "keyspace_hits",
            "keyspace_misses",
            "evicted_keys",
            "expired_keys",
            "rejected_connections",
            "rdb_last_save",
            "rdb_last_save_ok",
            "rdb_changes_since_save",
            "aof_enabled",
            "aof_ok",
            "replication_offset",
            "connected_replicas");
    private static final List<String> KEYSPACE = List.of("db", "keys", "expires", "avg_ttl_ms");

    private InfoRecords() {}

    /** The server, and its databases. */
    public static List<Records> of(ServerInfo info) {
        return List.of(
                new Records(SERVER, List.of(server(info))),
                new Records(
                        "keyspace",
                        KEYSPACE,
                        info.keyspaces().stream().map(InfoRecords::database).toList()));
    }

    private static SequencedMap<String, @Nullable Object> server(ServerInfo info) {
        ServerInfo.Memory memory = info.memory();
        ServerInfo.Traffic traffic = info.traffic();
        return new Records.Row()
                .with("role", info.role().equals("master") ? "primary" : "replica")
                .with("uptime_s", info.uptime().toSeconds())
                .with("used_memory_bytes", memory.used())
                .with("used_memory_rss_bytes", memory.resident())
                .with("used_memory_peak_bytes", memory.peak())
                .with("maxmemory_bytes", memory.max() == 0 ? null : memory.max())
                .with("maxmemory_policy", memory.policy())
                .with("fragmentation_ratio", memory.fragmentation())
                .with("connected_clients", info.clients().connected())
                .with("blocked_clients", info.clients().blocked())
                .with("maxclients", info.clients().max())
                .with("ops_per_s", traffic.opsPerSecond())
                .with("keyspace_hits", traffic.hits())
                .with("keyspace_misses", traffic.misses())
                .with("evicted_keys", traffic.evicted())
                .with("expired_keys", traffic.expired())
                .with("rejected_connections", traffic.rejected())
                .with("rdb_last_save", info.persistence().lastSave())
                .with("rdb_last_save_ok", info.persistence().lastSaveOk())
                .with("rdb_changes_since_save", info.persistence().changes())
                .with("aof_enabled", info.persistence().aof())
                .with("aof_ok", info.persistence().aofOk())
                .with("replication_offset", info.replication().offset())
                .with("connected_replicas", info.replication().replicas())
                .values();
    }

    private static SequencedMap<String, @Nullable Object> database(ServerInfo.Keyspace keyspace) {
        return new Records.Row()
                .with("db", keyspace.number())
                .with("keys", keyspace.keys())
                .with("expires", keyspace.expiring())
                .with("avg_ttl_ms", keyspace.averageTtl())
                .values();
    }
}
