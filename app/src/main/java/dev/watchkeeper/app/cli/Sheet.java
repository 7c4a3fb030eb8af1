package dev.watchkeeper.app.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of text. Its last column is a statement, which may be cut where there is no room. */
final class Sheet {
    /**
     * One column.
     *
     * @param number whether its values stand at the right
     */
    public record Column(String title, boolean number) {}

    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A pane's only table, without a title. */
    Sheet() {
        this("");
    }

    /** One of several tables. */
    Sheet(String title) {
        this.title = title;
    }

    /** Stands above it; empty if there is nothing to say. */
    public String title() {
        return title;
    }

    /** Adds a column of text. */
    public Sheet text(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    /** Adds a column of numbers. */
    public Sheet number(String title) {
        columns.add(new Column(title, true));
        return this;
    }

    /** Adds a row, a value for each column. */
    public Sheet row(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        rows.add(List.of(values));
        return this;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    public List<List<String>> rows() {
        return List.copyOf(rows);
    }
}
