package dev.watchkeeper.history.postgres;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Partitions that were seen to be there. Thread-safe. */
final class KnownPartitions {
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    boolean contains(String name) {
        return names.contains(name);
    }

    void learn(Collection<String> some) {
        names.addAll(some);
    }

    void forget(String name) {
        names.remove(name);
    }

    void clear() {
        names.clear();
    }
}
