package dev.watchkeeper.app.controls.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows, packed: their values stand in one string, one behind the other. A million rows of five columns take little
 * more than their letters and twenty megabytes; as objects they would take a gigabyte. Immutable.
 */
public final class PackedPage {
    private final int columns;
    private final String letters;
    /** Where each value ends, row by row; the complement of it if the value is NULL. */
    private final int[] ends;

    private PackedPage(int columns, String letters, int[] ends) {
        this.columns = columns;
        this.letters = letters;
        this.ends = ends;
    }

    /**
     * Packs rows; on any thread.
     *
     * @param columns how many values each row has
     */
    public static PackedPage of(int columns, List<? extends List<@Nullable String>> rows) {
        StringBuilder letters = new StringBuilder();
        int[] ends = new int[rows.size() * columns];
        int at = 0;
        for (List<@Nullable String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String value = row.get(column);
                if (value != null) {
                    letters.append(value);
                }
                ends[at++] = value == null ? ~letters.length() : letters.length();
            }
        }
        return new PackedPage(columns, letters.toString(), Arrays.copyOf(ends, at));
    }

    /** How many rows. */
    public int size() {
        return columns == 0 ? 0 : ends.length / columns;
    }

    /** Null for NULL. */
    public @Nullable String value(int row, int column) {
        int index = row * columns + column;
        int end = ends[index];
        return end < 0 ? null : letters.substring(start(index), end);
    }

    /** The beginning of a value, which may be megabytes long; null for NULL. */
    @Nullable
    String beginning(int row, int column, int atMost) {
        int index = row * columns + column;
        int end = ends[index];
        int start = start(index);
        return end < 0 ? null : letters.substring(start, Math.min(end, start + atMost));
    }

    /** All values of a row; null for NULL. */
    public List<@Nullable String> row(int row) {
        List<@Nullable String> values = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            values.add(value(row, column));
        }
        return Collections.unmodifiableList(values);
    }

    private int start(int index) {
        if (index == 0) {
            return 0;
        }
        int before = ends[index - 1];
        return before < 0 ? ~before : before;
    }

    /** About how much memory it takes, in bytes. */
    long bytes() {
        return 2L * letters.length() + 4L * ends.length;
    }
}
