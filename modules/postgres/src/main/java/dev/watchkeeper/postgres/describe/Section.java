package dev.watchkeeper.postgres.describe;

import java.util.List;

/**
 * One part of a description: a table, or a text.
 *
 * @param title {@code Columns}; empty if it is the only one
 * @param columns titles of the table's columns; empty for a text
 * @param rows with a value for each column, empty where there is none
 * @param text SQL to be read; empty for a table
 */
public record Section(String title, List<String> columns, List<List<String>> rows, String text) {
    public Section {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    static Section text(String title, String text) {
        return new Section(title, List.of(), List.of(), text);
    }

    public boolean isText() {
        return columns.isEmpty();
    }
}
