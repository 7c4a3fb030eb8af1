package dev.watchkeeper.report.pdf;

import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Line;
import java.util.List;

/**
 * How wide a table's columns are: a number or a badge gets what its longest value and its head need, and so never wraps;
 * the rest of the page goes to the others by their weight, none narrower than its head's longest word.
 */
record Widths(Typesetter type, Style head, Style cell) {
    /** Left and right of a cell's text together, in points. */
    private static final float GAPS = 11;

    private static final float WIDEST_BADGE = 130;

    float[] of(Block.Table table, float page) {
        List<Column> columns = table.columns();
        float[] widths = new float[columns.size()];
        double weights = columns.stream().mapToDouble(Column::width).sum();
        float taken = 0;
        double others = 0;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            float least = least(column, i, table.lines());
            float share = (float) (page * column.width() / weights);
            if (column.kind() == Column.Kind.NUMBER || column.kind() == Column.Kind.BADGE || share < least) {
                widths[i] = least;
                taken += least;
            } else {
                others += column.width();
            }
        }
        spread(widths, columns, page - taken, others);
        return widths;
    }

    /** Gives what is left to those that have nothing yet; to all alike if everyone has. */
    private static void spread(float[] widths, List<Column> columns, float left, double weights) {
        for (int i = 0; i < widths.length; i++) {
            if (weights == 0) {
                widths[i] += left / widths.length;
            } else if (widths[i] == 0) {
                widths[i] = (float) Math.max(20, left * columns.get(i).width() / weights);
            }
        }
    }

    private float least(Column column, int index, List<Line> lines) {
        String title = (column.title() + " " + column.unit()).strip();
        float least = 0;
        for (String word : title.split(" ", -1)) {
            least = Math.max(least, type.width(word, head));
        }
        switch (column.kind()) {
            // two lines of head, not three
            case NUMBER -> least = Math.max(Math.max(least, type.width(title, head) * 0.6f), longest(index, lines));
            case BADGE -> least = Math.max(least, Math.min(WIDEST_BADGE, longest(index, lines) + 2 * Pill.INSET));
            case TEXT, CODE, SQL -> {}
        }
        return least + GAPS;
    }

    private float longest(int index, List<Line> lines) {
        float longest = 0;
        for (Line line : lines) {
            longest = Math.max(longest, type.width(text(line, index), cell.in(Face.BOLD)));
        }
        return longest;
    }

    private static String text(Line line, int index) {
        return switch (line) {
            case Line.Band band -> "";
            case Line.Row row ->
                index < row.cells().size() ? row.cells().get(index).text() : Cell.EMPTY.text();
        };
    }
}
