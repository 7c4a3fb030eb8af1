package dev.watchkeeper.history.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers of a dictionary that are known to stand in the store. Thread-safe. */
final class NameCache<T> {
    /** A number, and the last day (since 1970) on which the store was told that it is used. */
    record Known(int number, long day) {}

    private final Map<T, Known> known = new ConcurrentHashMap<>();
    private final Map<Integer, T> things = new ConcurrentHashMap<>();

    @Nullable
    Known known(T thing) {
        return known.get(thing);
    }

    @Nullable
    T thing(int number) {
        return things.get(number);
    }

    void learn(T thing, Known number) {
        known.put(thing, number);
        things.put(number.number(), thing);
    }

    /** Of the writing side nothing, so that its numbers are asked for again. */
    void clear() {
        known.clear();
        things.clear();
    }
}
