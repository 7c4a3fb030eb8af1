package dev.watchkeeper.postgres.plans.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * What {@code EXPLAIN} says besides the tree's structure, under the server's own words and in its order: {@code Filter},
 * {@code Rows Removed by Filter} … A list is one text with commas; what is nested has its path as a name, with {@code " / "}
 * between. So whatever a newer server adds is kept and shown.
 */
public record Facts(SequencedMap<String, String> values) {
    public static final Facts NONE = new Facts(new LinkedHashMap<>());

    public Facts {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The number; 0 if there is none of that name. */
    public double number(String name) {
        String value = values.get(name);
        if (value == null) {
            return 0;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The number without its fraction. */
    public long count(String name) {
        return Math.round(number(name));
    }

    /** The truth value; false if there is none of that name. */
    public boolean flag(String name) {
        return "true".equals(values.get(name));
    }

    /** Whether any of the texts has this piece in it. */
    boolean mention(Pattern piece) {
        return values.values().stream().anyMatch(value -> piece.matcher(value).find());
    }
}
