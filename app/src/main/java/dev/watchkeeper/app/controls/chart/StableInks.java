package dev.watchkeeper.app.controls.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives layers their colours so that one keeps its colour, and its place in the stack, as long as it is shown. For one
 * thread.
 *
 * @param <K> what layers are told apart by
 */
public final class StableInks<K> {
    private final List<@Nullable K> places = new ArrayList<>();

    /** The colours of these, by key, from the bottom of the stack up; who is not among them loses its colour. */
    public Map<K, Ink> of(List<K> shown) {
        places.replaceAll(key -> key != null && shown.contains(key) ? key : null);
        for (K key : shown) {
            if (!places.contains(key)) {
                int free = places.indexOf(null);
                if (free < 0) {
                    places.add(key);
                } else {
                    places.set(free, key);
                }
            }
        }
        Map<K, Ink> inks = new HashMap<>();
        for (int place = 0; place < places.size(); place++) {
            K key = places.get(place);
            if (key != null) {
                inks.put(key, Ink.layer(place));
            }
        }
        return inks;
    }

    /** The keys in the order of their places. */
    public List<K> order() {
        return places.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
