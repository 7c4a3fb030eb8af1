package dev.watchkeeper.redis.console;

import dev.watchkeeper.redis.text.InfoText;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many keys there are.
 *
 * @param byDatabase of those that have any
 */
record KeyCount(Map<Integer, Long> byDatabase) {
    KeyCount {
        byDatabase = Map.copyOf(byDatabase);
    }

    /** @param info the answer to {@code INFO keyspace} */
    static KeyCount of(InfoText info) {
        Map<Integer, Long> counts = new TreeMap<>();
        info.numbered("db")
                .forEach((name, fields) ->
                        counts.put(Integer.valueOf(name.substring(2)), Long.valueOf(fields.getOrDefault("keys", "0"))));
        return new KeyCount(counts);
    }

    long all() {
        return byDatabase.values().stream().mapToLong(Long::longValue).sum();
    }

    long of(int database) {
        return byDatabase.getOrDefault(database, 0L);
    }

    int databases() {
        return byDatabase.size();
    }
}
