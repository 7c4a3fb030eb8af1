package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.panes.backups.picture.Lane;
import java.util.ArrayList;
import java.util.List;

/**
 * How high the lanes stand.
 *
 * @param rows from top to bottom
 * @param bottom below the last one
 */
record Rows(List<Row> rows, double bottom) {
    static final double TOP = 26;

    Rows {
        rows = List.copyOf(rows);
    }

    /**
     * One lane.
     *
     * @param top of the ground that it has
     */
    record Row(Lane lane, double top, double height) {
        double middle() {
            return top + height / 2;
        }

        boolean contains(double y) {
            return y >= top && y < top + height;
        }
    }

    static Rows of(List<Lane> lanes) {
        List<Row> rows = new ArrayList<>();
        double top = TOP;
        for (Lane lane : lanes) {
            double height = height(lane);
            rows.add(new Row(lane, top, height));
            top += height;
        }
        return new Rows(rows, top);
    }

    private static double height(Lane lane) {
        return switch (lane.look()) {
            case FULL -> 32;
            case PART -> 24;
            // words of gaps stand above the bar
            case WAL -> 36;
            case DUMP, RDB -> 26;
            case WINDOW -> 10 + WINDOW_STEP * lane.rows();
        };
    }

    static final double WINDOW_STEP = 20;

    /** The middle of one of the rows that a lane of windows has. */
    static double middle(Row row, int inner) {
        return row.lane().look() == Lane.Look.WINDOW
                ? row.top() + 5 + WINDOW_STEP * (inner + 0.5)
                : row.lane().look() == Lane.Look.WAL ? row.top() + 24 : row.middle();
    }
}
