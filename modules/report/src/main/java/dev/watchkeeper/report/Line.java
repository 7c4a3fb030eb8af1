package dev.watchkeeper.report;

import java.util.List;

/** One line of a table. */
public sealed interface Line {
    /**
     * Values, one a column; missing ones at the end are empty.
     *
     * @param depth 0 for a root, 1 for what hangs below it and so on: the first column is indented by it
     * @param statement SQL that belongs to the row, set below it over the table's whole width; empty if there is none
     */
    record Row(List<Cell> cells, int depth, String statement) implements Line {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells), 0, "");
        }

        public Row at(int newDepth) {
            return new Row(cells, newDepth, statement);
        }

        public Row with(String newStatement) {
            return new Row(cells, depth, newStatement);
        }
    }

    /**
     * Begins a group of rows: {@code billing-api}, {@code 42 sessions}.
     *
     * @param note said quietly beside it; empty if there is none
     */
    record Band(String text, String note) implements Line {}
}
