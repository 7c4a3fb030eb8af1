package dev.watchkeeper.history.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which place in a list of keys a dictionary's number has; several numbers may share one. Numbers are looked up a
 * hundred thousand times for a chart, so they are places of an array.
 *
 * @param <K> what is told apart
 */
final class Places<K> {
    private final List<K> keys = new ArrayList<>();
    private final int[] places;

    Places(Map<Integer, K> byNumber) {
        int largest =
                byNumber.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        places = new int[largest + 1];
        Arrays.fill(places, Spread.OTHERS);
        Map<K, Integer> known = new HashMap<>();
        byNumber.forEach((number, key) -> places[number] = known.computeIfAbsent(key, one -> {
            keys.add(one);
            return keys.size() - 1;
        }));
    }

    List<K> keys() {
        return keys;
    }

    /** {@link Spread#OTHERS} for a number that has none. */
    int of(int number) {
        return number < places.length ? places[number] : Spread.OTHERS;
    }
}
