package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.State;
import dev.watchkeeper.history.Interval;
import java.util.List;

/**
 * What of the lanes stands where on the screen, for one width and one stretch of time. Immutable.
 *
 * @param rows from top to bottom
 */
record Seen(List<Row> rows) {
    Seen {
        rows = List.copyOf(rows);
    }

    /**
     * One lane.
     *
     * @param good marks of backups that can be used
     * @param failed marks of those that can't: never hidden among the others
     * @param bars what is there; bars of one row never lie upon each other
     * @param gaps what is missing
     */
    record Row(
            Rows.Row place,
            List<Spread.Placed<Lane.Mark>> good,
            List<Spread.Placed<Lane.Mark>> failed,
            List<Spread.Placed<Lane.Bar>> bars,
            List<Spread.Placed<Lane.Bar>> gaps) {
        Row {
            good = List.copyOf(good);
            failed = List.copyOf(failed);
            bars = List.copyOf(bars);
            gaps = List.copyOf(gaps);
        }
    }

    static Seen of(Rows rows, Ruler ruler) {
        return new Seen(rows.rows().stream().map(row -> of(row, ruler)).toList());
    }

    private static Row of(Rows.Row row, Ruler ruler) {
        Lane lane = row.lane();
        double usual = usual(lane.look());
        double least = least(lane.look());
        return new Row(
                row,
                marks(lane, false, ruler, usual, least),
                marks(lane, true, ruler, usual, Math.min(usual, 6)),
                lane.bars().stream()
                        .filter(bar -> !bar.gap())
                        .flatMap(bar -> Spread.of(List.of(bar), Seen::span, ruler, 2, 2).stream())
                        .toList(),
                Spread.of(lane.bars().stream().filter(Lane.Bar::gap).toList(), Seen::span, ruler, 6, 6));
    }

    private static List<Spread.Placed<Lane.Mark>> marks(
            Lane lane, boolean failed, Ruler ruler, double usual, double least) {
        List<Lane.Mark> marks = lane.marks().stream()
                .filter(mark -> (mark.state() == State.FAILED) == failed)
                .toList();
        return Spread.of(marks, mark -> new Interval(mark.from(), mark.to()), ruler, usual, least);
    }

    private static Interval span(Lane.Bar bar) {
        return new Interval(bar.from(), bar.to());
    }

    private static double least(Lane.Look look) {
        return switch (look) {
            case FULL -> 3;
            case DUMP, RDB -> 5;
            case PART, WAL, WINDOW -> 2;
        };
    }

    static double usual(Lane.Look look) {
        return switch (look) {
            case FULL -> 14;
            case PART -> 6;
            case DUMP, RDB -> 11;
            case WAL, WINDOW -> 2;
        };
    }
}
