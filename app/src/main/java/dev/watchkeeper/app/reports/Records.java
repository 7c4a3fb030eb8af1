package dev.watchkeeper.app.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A list of what a pane shows, as data: the same keys in every row.
 *
 * @param name of the list; {@value #ROWS} where a pane has only one
 * @param keys as PostgreSQL names its columns, with the unit at the end where there is one
 * @param rows values are numbers, booleans, texts, instants, lists and maps of these, or null
 */
public record Records(String name, List<String> keys, List<SequencedMap<String, @Nullable Object>> rows) {
    /** The name of a pane's only list. */
    public static final String ROWS = "rows";

    public Records {
        keys = List.copyOf(keys);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    /** A pane's only list. */
    public Records(List<String> keys, List<SequencedMap<String, @Nullable Object>> rows) {
        this(ROWS, keys, rows);
    }

    /** Puts one row together, key by key. */
    public static final class Row {
        private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();

        /** Adds the next value. */
        public Row with(String key, @Nullable Object value) {
            values.put(key, value);
            return this;
        }

        public SequencedMap<String, @Nullable Object> values() {
            return Collections.unmodifiableSequencedMap(values);
        }
    }
}
