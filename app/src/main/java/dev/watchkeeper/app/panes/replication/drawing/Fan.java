package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Point;
import java.util.ArrayList;
import java.util.List;

/** The copies of a server right of it: in one column, or, if they are many, in several that a line leads to from above. */
final class Fan {
    private static final double COLUMN_GAP = 22;

    private final Measure measure;
    private final int columns;
    private final Trunk trunk;

    /** A follower with all of its own, and its upper edge. */
    private record Piece(Branch branch, Sketch sketch, int column, double y) {}

    Fan(Measure measure, int columns, Trunk trunk) {
        this.measure = measure;
        this.columns = columns;
        this.trunk = trunk;
    }

    void draw(Branch root, Sketch into) {
        List<Piece> pieces = pieces(root.beside());
        List<Double> lefts = lefts(pieces);
        double first = pieces.getFirst().y();
        double last = pieces.stream()
                .filter(piece -> piece.column() == 0)
                .mapToDouble(Piece::y)
                .max()
                .orElse(first);
        double y = Math.rint((first + last) / 2);
        into.card(root.id(), 0, y, measure);
        Point leaves = new Point(measure.cardWidth(), y + measure.cardHeight() / 2);
        boolean bundled = pieces.getLast().column() > 0;
        int count =
                pieces.stream().mapToInt(piece -> piece.branch().edges().size()).sum();
        int index = 0;
        for (Piece piece : pieces) {
            double x = lefts.get(piece.column());
            into.add(piece.sketch(), x, piece.y());
            for (Trunk.Entry entry : trunk.entries(piece.branch(), x, piece.y())) {
                Point from = new Point(leaves.x(), leaves.y() + (bundled ? 0 : port(index, count)));
                into.line(entry.edge(), way(from, entry.at(), piece, bundled), trunk.label(entry.at()), measure);
                index++;
            }
        }
    }

    /** Arrows that part at once leave the card a little apart. */
    private double port(int index, int count) {
        double room = Math.min(measure.cardHeight() * 0.55, 18 * (count - 1));
        return count == 1 ? 0 : room * (index / (count - 1.0) - 0.5);
    }

    private List<Point> way(Point from, Point to, Piece piece, boolean bundled) {
        double before = to.x() - measure.stub() - measure.labelWidth();
        if (!bundled) {
            return Math.abs(from.y() - to.y()) < 1 ? Lines.straight(from, to) : Lines.swing(from, before, to);
        }
        double first = from.x() + measure.bend() / 2;
        if (piece.column() == 0) {
            return Math.abs(from.y() - to.y()) < 1
                    ? Lines.straight(from, to)
                    : Lines.corners(List.of(from, new Point(first, from.y()), new Point(first, to.y()), to));
        }
        double down = before - measure.bend() / 2;
        double above = -measure.gap();
        return Lines.corners(List.of(
                from,
                new Point(first, from.y()),
                new Point(first, above),
                new Point(down, above),
                new Point(down, to.y()),
                to));
    }

    /** Fills column by column, each about as high as the others. */
    private List<Piece> pieces(List<Branch> followers) {
        List<Sketch> sketches = followers.stream().map(trunk::hanging).toList();
        double all = 0;
        for (int i = 0; i < sketches.size(); i++) {
            all += height(followers.get(i), sketches.get(i));
        }
        List<Piece> pieces = new ArrayList<>();
        int column = 0;
        double y = 0;
        for (int i = 0; i < sketches.size(); i++) {
            double high = height(followers.get(i), sketches.get(i));
            if (y > 0 && column < columns - 1 && y + high / 2 > all / columns) {
                column++;
                y = 0;
            }
            pieces.add(new Piece(followers.get(i), sketches.get(i), column, y + trunk.spare(followers.get(i))));
            y += high;
        }
        return pieces;
    }

    private double height(Branch follower, Sketch sketch) {
        return sketch.extent().bottom() + 2 * trunk.spare(follower) + measure.gap();
    }

    /** Left edges of the columns' cards. */
    private List<Double> lefts(List<Piece> pieces) {
        List<Double> lefts = new ArrayList<>();
        double x = measure.cardWidth() + measure.alley();
        for (int column = 0; column <= pieces.getLast().column(); column++) {
            int which = column;
            lefts.add(x);
            double wide = pieces.stream()
                    .filter(piece -> piece.column() == which)
                    .mapToDouble(piece -> piece.sketch().extent().right())
                    .max()
                    .orElse(0);
            x += wide + COLUMN_GAP + measure.alley();
        }
        return lefts;
    }
}
