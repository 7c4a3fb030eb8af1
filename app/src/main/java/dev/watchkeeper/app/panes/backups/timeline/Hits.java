package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what stands at a place. Pure functions. */
final class Hits {
    /** What is so near is meant. */
    private static final double NEAR = 3;

    /** Something that stands there. */
    sealed interface Hit {
        /** For the pointer. */
        String words(Times times);

        /** The backup, if it is a single one. */
        Optional<Backup> backup();
    }

    private record OfMarks(List<Lane.Mark> marks) implements Hit {
        @Override
        public String words(Times times) {
            return HoverWords.marks(marks, times);
        }

        @Override
        public Optional<Backup> backup() {
            return marks.size() == 1 ? Optional.of(marks.getFirst().backup()) : Optional.empty();
        }
    }

    private record OfBars(List<Lane.Bar> bars) implements Hit {
        @Override
        public String words(Times times) {
            return HoverWords.bars(bars, times);
        }

        @Override
        public Optional<Backup> backup() {
            return Optional.empty();
        }
    }

    private Hits() {}

    static Optional<Hit> at(Seen seen, double x, double y) {
        return seen.rows().stream()
                .filter(row -> row.place().contains(y))
                .flatMap(row -> at(row, x, y))
                .findFirst();
    }

    private static Stream<Hit> at(Seen.Row row, double x, double y) {
        Stream<Hit> marks = Stream.concat(row.failed().stream(), row.good().stream())
                .filter(placed -> covers(placed, x))
                .map(placed -> new OfMarks(placed.things()));
        Stream<Hit> bars = Stream.concat(row.gaps().stream(), row.bars().stream())
                .filter(placed -> covers(placed, x))
                .filter(placed -> Math.abs(Rows.middle(
                                        row.place(), placed.things().getFirst().row())
                                - y)
                        <= Rows.WINDOW_STEP / 2)
                .map(placed -> new OfBars(placed.things()));
        return Stream.concat(marks, bars);
    }

    private static boolean covers(Spread.Placed<?> placed, double x) {
        return x >= placed.x() - NEAR && x <= placed.right() + NEAR;
    }
}
