package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.redis.keys.KeyPattern;
import dev.watchkeeper.redis.resp.Blob;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What commands of one kind have in common: the name and, where it has one, the pattern of its first key. */
final class CommandShape {
    private static final int SCRIPT = 40;

    private static final Set<String> CONTAINERS = Set.of(
            "CONFIG",
            "CLIENT",
            "ACL",
            "DEBUG",
            "SCRIPT",
            "FUNCTION",
            "CLUSTER",
            "MODULE",
            "SLOWLOG",
            "LATENCY",
            "COMMAND",
            "PUBSUB",
            "SENTINEL");
    private static final Set<String> WITHOUT_KEYS = Set.of(
            "INFO",
            "PING",
            "AUTH",
            "HELLO",
            "SAVE",
            "BGSAVE",
            "BGREWRITEAOF",
            "FLUSHALL",
            "FLUSHDB",
            "DBSIZE",
            "SCAN",
            "EXEC",
            "MULTI",
            "DISCARD",
            "RANDOMKEY",
            "MONITOR",
            "REPLICAOF",
            "SLAVEOF",
            "PSYNC",
            "SYNC",
            "REPLCONF",
            "SELECT",
            "ROLE",
            "SWAPDB",
            "TIME",
            "WAIT",
            "SHUTDOWN",
            "FAILOVER");
    private static final Set<String> KEY_IS_THIRD = Set.of("OBJECT", "MEMORY", "XINFO", "XGROUP", "BITOP");
    private static final Set<String> SCRIPTS = Set.of("EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO", "FCALL", "FCALL_RO");
    private static final Set<String> COUNT_FIRST =
            Set.of("ZUNION", "ZINTER", "ZDIFF", "SINTERCARD", "ZINTERCARD", "LMPOP", "ZMPOP");

    private final List<Blob> words;

    private CommandShape(List<Blob> words) {
        this.words = words;
    }

    static String of(List<Blob> words) {
        return words.isEmpty() ? "" : new CommandShape(words).shape();
    }

    private String shape() {
        String name = upper(0);
        if (CONTAINERS.contains(name)) {
            return (name + " " + upper(1)).strip();
        }
        if (WITHOUT_KEYS.contains(name) || words.size() == 1) {
            return name;
        }
        if (SCRIPTS.contains(name)) {
            return name + " " + script() + key(3);
        }
        if (name.equals("KEYS")) {
            return name + " " + words.get(1).typed();
        }
        return name + (KEY_IS_THIRD.contains(name) ? " " + upper(1) : "") + key(firstKey(name));
    }

    private int firstKey(String name) {
        if (name.equals("BLMPOP") || name.equals("BZMPOP") || name.equals("MIGRATE")) {
            return 3;
        }
        if (name.startsWith("XREAD")) {
            for (int i = 1; i < words.size() - 1; i++) {
                if (upper(i).equals("STREAMS")) {
                    return i + 1;
                }
            }
        }
        return KEY_IS_THIRD.contains(name) || COUNT_FIRST.contains(name) ? 2 : 1;
    }

    private String key(int index) {
        return index < words.size() ? " " + KeyPattern.of(words.get(index)) : "";
    }

    /** The beginning of a script's first line, or of its digest. */
    private String script() {
        String first = words.get(1).text().strip().lines().findFirst().orElse("");
        return first.length() > SCRIPT ? first.substring(0, SCRIPT - 1) + "…" : first;
    }

    private String upper(int index) {
        return index < words.size() ? words.get(index).text().toUpperCase(Locale.ROOT) : "";
    }
}
