package dev.watchkeeper.app.controls.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which colour a layer has: it keeps it, and its place among the others, as long as it is drawn, whatever else comes and
 * goes. Used by one thread at a time.
 *
 * @param <K> what layers are told apart by
 */
public final class StableInks<K> {
    private final List<@Nullable K> places = new ArrayList<>();

    /** Says what is drawn now; what is not any more makes room. */
    public void drawn(List<K> shown) {
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
    }

    /** The colour of what is drawn. */
    public Ink ink(K key) {
        return Ink.layer(Math.max(0, places.indexOf(key)));
    }

    /** What is drawn, in the order of their places. */
    public List<K> order() {
        return places.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
