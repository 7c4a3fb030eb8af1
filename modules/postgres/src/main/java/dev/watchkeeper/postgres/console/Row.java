package dev.watchkeeper.postgres.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result.
 *
 * @param values as the server prints them, one for each column; null is NULL
 */
public record Row(List<@Nullable String> values) {
    public Row {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Null for NULL. */
    public @Nullable String value(int column) {
        return values.get(column);
    }

    /** Of all values together. */
    long characters() {
        long characters = 0;
        for (String value : values) {
            characters += value == null ? 0 : value.length();
        }
        return characters;
    }
}
