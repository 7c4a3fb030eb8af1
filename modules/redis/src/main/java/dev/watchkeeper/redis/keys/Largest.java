package dev.watchkeeper.redis.keys;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The largest of many keys, without holding the others. */
final class Largest {
    private static final Comparator<BigKey> SMALLEST_FIRST =
            Comparator.comparingLong(BigKey::bytes).thenComparing(BigKey::name, Comparator.reverseOrder());

    private final int most;
    private final PriorityQueue<BigKey> keys = new PriorityQueue<>(SMALLEST_FIRST);

    Largest(int most) {
        this.most = most;
    }

    /** SCAN may give a key twice. */
    void add(BigKey key) {
        if (keys.size() == most && SMALLEST_FIRST.compare(key, keys.element()) < 0) {
            return;
        }
        if (keys.stream().anyMatch(one -> one.name().equals(key.name()))) {
            return;
        }
        keys.add(key);
        if (keys.size() > most) {
            keys.remove();
        }
    }

    List<BigKey> list() {
        return keys.stream().sorted(SMALLEST_FIRST.reversed()).toList();
    }
}
