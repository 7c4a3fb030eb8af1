package dev.watchkeeper.redis.info;

import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of {@code INFO}, Redis 6.2 and newer; what a version does not tell is zero. */
final class InfoReader {
    private InfoReader() {}

    static ServerInfo read(InfoText info) {
        String mode = info.get("redis_mode");
        return new ServerInfo(
                mode.equals("sentinel") ? mode : info.get("role"),
                mode,
                Duration.ofSeconds(info.number("uptime_in_seconds")),
                memory(info),
                new ServerInfo.Clients(
                        info.number("connected_clients"),
                        info.number("blocked_clients"),
                        info.number("pubsub_clients"),
                        info.number("maxclients")),
                traffic(info),
                persistence(info),
                replication(info),
                keyspaces(info));
    }

    private static ServerInfo.Memory memory(InfoText info) {
        return new ServerInfo.Memory(
                info.number("used_memory"),
                info.number("used_memory_rss"),
                info.number("used_memory_peak"),
                info.number("used_memory_dataset"),
                info.number("maxmemory"),
                info.number("total_system_memory"),
                info.decimal("mem_fragmentation_ratio"),
                info.get("maxmemory_policy"));
    }

    private static ServerInfo.Traffic traffic(InfoText info) {
        return new ServerInfo.Traffic(
                info.number("total_commands_processed"),
                info.number("instantaneous_ops_per_sec"),
                info.decimal("instantaneous_input_kbps"),
                info.decimal("instantaneous_output_kbps"),
                info.number("keyspace_hits"),
                info.number("keyspace_misses"),
                info.number("evicted_keys"),
                info.number("expired_keys"),
                info.number("rejected_connections"));
    }

    private static ServerInfo.Persistence persistence(InfoText info) {
        return new ServerInfo.Persistence(
                info.flag("loading"),
                instant(info.number("rdb_last_save_time")),
                info.number("rdb_changes_since_last_save"),
                info.flag("rdb_bgsave_in_progress"),
                !info.get("rdb_last_bgsave_status").equals("err"),
                info.flag("aof_enabled"),
                info.flag("aof_rewrite_in_progress"),
                !info.get("aof_last_write_status").equals("err")
                        && !info.get("aof_last_bgrewrite_status").equals("err"));
    }

    private static @Nullable Instant instant(long seconds) {
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    private static ServerInfo.Replication replication(InfoText info) {
        boolean replica = info.get("role").equals("slave");
        return new ServerInfo.Replication(
                info.get("master_replid"),
                replica ? info.get("master_host") + ":" + info.get("master_port") : "",
                !replica || info.get("master_link_status").equals("up"),
                info.number("connected_slaves"),
                replica ? info.number("slave_repl_offset") : info.number("master_repl_offset"),
                info.number("repl_backlog_size"),
                info.number("sync_full"),
                followers(info));
    }

    private static List<ServerInfo.Follower> followers(InfoText info) {
        long offset = info.number("master_repl_offset");
        return info.numbered("slave").values().stream()
                .filter(fields -> "online".equals(fields.get("state")))
                .map(fields -> new ServerInfo.Follower(
                        fields.get("ip") + ":" + fields.get("port"),
                        Math.max(0, offset - number(fields.get("offset"))),
                        Duration.ofSeconds(number(fields.get("lag")))))
                .toList();
    }

    private static List<ServerInfo.Keyspace> keyspaces(InfoText info) {
        List<ServerInfo.Keyspace> keyspaces = new ArrayList<>();
        info.numbered("db")
                .forEach((name, fields) -> keyspaces.add(new ServerInfo.Keyspace(
                        Integer.parseInt(name.substring(2)),
                        number(fields.get("keys")),
                        number(fields.get("expires")),
                        number(fields.get("avg_ttl")))));
        return keyspaces;
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? 0 : Long.parseLong(text);
    }
}
