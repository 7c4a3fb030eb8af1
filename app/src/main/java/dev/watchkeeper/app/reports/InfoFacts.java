package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.info.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What is known of a Redis server, by label, for people. */
public final class InfoFacts {
    private InfoFacts() {}

    /** Where its memory is. */
    public static SequencedMap<String, String> memory(ServerInfo.Memory memory) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Used", Sizes.bytes(memory.used()));
        facts.put("Maxmemory", memory.max() == 0 ? "no limit" : Sizes.bytes(memory.max()));
        facts.put("When full", policy(memory.policy()));
        facts.put("Peak", Sizes.bytes(memory.peak()));
        facts.put("Data alone", Sizes.bytes(memory.dataset()));
        facts.put("Resident", Sizes.bytes(memory.resident()));
        facts.put("Fragmentation", String.format(Locale.ROOT, "%.2f", memory.fragmentation()));
        if (memory.system() > 0) {
            facts.put("Machine", Sizes.bytes(memory.system()));
        }
        return facts;
    }

    /** {@code allkeys-lru: evicts the least recently used}. */
    private static String policy(String policy) {
        String what = switch (policy) {
            case "noeviction" -> "writes are refused";
            case "allkeys-lru" -> "the least recently used go";
            case "allkeys-lfu" -> "the least often used go";
            case "allkeys-random" -> "any go";
            case "volatile-lru" -> "of those that expire, the least recently used go";
            case "volatile-lfu" -> "of those that expire, the least often used go";
            case "volatile-random" -> "of those that expire, any go";
            case "volatile-ttl" -> "those go that expire first";
            default -> "";
        };
        return what.isEmpty() ? policy : policy + ": " + what;
    }

    /** What is on disk. */
    public static SequencedMap<String, String> persistence(ServerInfo.Persistence disk, Instant now) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        Instant saved = disk.lastSave();
        facts.put("Last save", saved == null ? "never" : ago(saved, now) + (disk.lastSaveOk() ? "" : ", failed since"));
        facts.put("Changes since", Sizes.count(disk.changes()) + (disk.saving() ? ", saving now" : ""));
        facts.put("Last save was", disk.lastSaveOk() ? "ok" : "a failure");
        facts.put("AOF", disk.aof() ? (disk.aofOk() ? "on, ok" : "on, failing") : "off");
        return facts;
    }

    /** Who follows whom. */
    public static SequencedMap<String, String> replication(ServerInfo.Replication replication) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        if (replication.primary().isEmpty()) {
            facts.put("Role", "primary of " + Sizes.of(replication.replicas(), "replica", "replicas"));
        } else {
            facts.put("Role", "replica of " + replication.primary());
            facts.put("Link", replication.linkUp() ? "up" : "down");
        }
        facts.put("Offset", Sizes.count(replication.offset()));
        facts.put("Backlog", Sizes.bytes(replication.backlog()));
        facts.put("Full resyncs", Sizes.count(replication.fullSyncs()));
        return facts;
    }

    /** {@code 94.1 %}; empty if there is nothing to say. */
    public static String share(@Nullable Double share) {
        return share == null ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String ago(Instant then, Instant now) {
        return Spans.words(Duration.between(then, now)) + " ago";
    }
}
