package dev.watchkeeper.app.panes.replication.drawing;

import dev.watchkeeper.app.controls.graph.Box;
import dev.watchkeeper.app.controls.graph.Point;
import java.util.ArrayList;
import java.util.List;

/** Draws one server and all who follow it, with the server's card at (0, 0) or, for the root of a tree, left of its followers. */
final class Trunk {
    /** More followers below one another than this are drawn as a list that hangs below, not as a row. */
    private static final int ROW = 3;

    private static final double SIDE_BY_SIDE = 10;
    /** Between two lines that run beside one another. */
    private static final double STRAND = 5;

    private final Measure measure;
    private final int columns;

    /**
     * @param columns that the followers of a root are spread over
     */
    Trunk(Measure measure, int columns) {
        this.measure = measure;
        this.columns = columns;
    }

    /** Its copies at the right, what takes some of it below. */
    Sketch root(Branch root) {
        Sketch sketch = new Sketch();
        if (root.beside().isEmpty()) {
            sketch.card(root.id(), 0, 0, measure);
        } else {
            new Fan(measure, columns, this).draw(root, sketch);
        }
        below(root.id(), root.below(), sketch);
        return sketch;
    }

    /** All who follow it below. */
    Sketch hanging(Branch branch) {
        Sketch sketch = new Sketch();
        sketch.card(branch.id(), 0, 0, measure);
        below(branch.id(), branch.followers(), sketch);
        return sketch;
    }

    private void below(String id, List<Branch> followers, Sketch sketch) {
        if (followers.size() == 1) {
            under(id, followers.getFirst(), sketch);
        } else if (followers.size() <= ROW && sketch.cards().size() > 1) {
            row(id, followers, sketch);
        } else if (!followers.isEmpty()) {
            list(id, followers, sketch);
        }
    }

    /** A single one stands right below. */
    private void under(String id, Branch follower, Sketch sketch) {
        Box card = sketch.at(id);
        Sketch part = hanging(follower);
        double top = card.bottom() + measure.drop();
        sketch.add(part, card.x(), top);
        int count = follower.edges().size();
        for (int i = 0; i < count; i++) {
            double x = card.middle().x() + beside(i, count, measure.labelWidth());
            line(follower.edges().get(i), new Point(x, card.bottom()), new Point(x, top), sketch);
        }
    }

    private void line(String edge, Point from, Point to, Sketch sketch) {
        Point middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        sketch.line(edge, Lines.straight(from, to), middle, measure);
    }

    /** Where the one of so many that stand side by side is, from their middle. */
    private static double beside(int index, int count, double size) {
        return (index - (count - 1) / 2.0) * (size + SIDE_BY_SIDE);
    }

    /** A few stand below everything, side by side. */
    private void row(String id, List<Branch> followers, Sketch sketch) {
        Box card = sketch.at(id);
        double x = card.x();
        double bus = sketch.extent().bottom() + measure.gap();
        List<Entry> entries = new ArrayList<>();
        for (Branch follower : followers) {
            Sketch part = hanging(follower);
            int count = follower.edges().size();
            double wide = Math.max(measure.cardWidth(), count * (measure.labelWidth() + SIDE_BY_SIDE));
            double left = x + (wide - measure.cardWidth()) / 2;
            sketch.add(part, left, bus + measure.drop());
            for (int i = 0; i < count; i++) {
                double at = left + measure.cardWidth() / 2 + beside(i, count, measure.labelWidth());
                entries.add(new Entry(follower.edges().get(i), new Point(at, bus + measure.drop())));
            }
            x += Math.max(wide, part.extent().right()) + measure.gap();
        }
        for (int i = 0; i < entries.size(); i++) {
            drop(card, entries.get(i), bus, i, entries.size(), sketch);
        }
    }

    /** Lines to several run beside one another: each keeps its own colour, and none crosses another. */
    private void drop(Box card, Entry entry, double bus, int index, int count, Sketch sketch) {
        double trunk = card.middle().x() + (index - (count - 1) / 2.0) * STRAND;
        double to = entry.at().x();
        boolean left = to < trunk;
        double turn = bus + (left ? index : count - 1 - index) * STRAND;
        Point start = new Point(trunk, card.bottom());
        List<Point> points = Math.abs(to - trunk) < 1
                ? Lines.straight(start, entry.at())
                : Lines.corners(List.of(start, new Point(trunk, turn), new Point(to, turn), entry.at()));
        double label = entry.at().y() - measure.stub() - measure.labelHeight() / 2;
        sketch.line(entry.edge(), points, new Point(to, label), measure);
    }

    /** Many hang below one another on a line at the left. */
    private void list(String id, List<Branch> followers, Sketch sketch) {
        Box card = sketch.at(id);
        double bus = card.x() + Measure.BUS;
        double left = card.x() + measure.indent();
        double top = (sketch.cards().size() > 1 ? sketch.extent().bottom() : card.bottom()) + measure.gap();
        for (Branch follower : followers) {
            Sketch part = hanging(follower);
            double y = top + spare(follower);
            sketch.add(part, left, y);
            for (Entry entry : entries(follower, left, y)) {
                sketch.line(
                        entry.edge(),
                        Lines.corners(List.of(
                                new Point(bus, card.bottom()),
                                new Point(bus, entry.at().y()),
                                entry.at())),
                        label(entry.at()),
                        measure);
            }
            top = y + part.extent().bottom() + spare(follower) + measure.gap();
        }
    }

    /** Where an arrow enters a card. */
    record Entry(String edge, Point at) {}

    /** Where the arrows enter a card whose upper left corner is here. */
    List<Entry> entries(Branch follower, double x, double y) {
        List<Entry> entries = new ArrayList<>();
        int count = follower.edges().size();
        for (int i = 0; i < count; i++) {
            double at = y + measure.cardHeight() / 2 + (i - (count - 1) / 2.0) * (measure.labelHeight() + 4);
            double within = Math.clamp(at, y + 8, y + measure.cardHeight() - 8);
            entries.add(new Entry(follower.edges().get(i), new Point(x, count == 1 ? at : within)));
        }
        return entries;
    }

    /** What the cards of several arrows need above and below the card that they lead to. */
    double spare(Branch follower) {
        double needed = follower.edges().size() * (measure.labelHeight() + 4) - 4;
        return Math.max(0, (needed - measure.cardHeight()) / 2);
    }

    /** Middle of the card on an arrow that enters here. */
    Point label(Point entry) {
        return new Point(entry.x() - measure.stub() - measure.labelWidth() / 2, entry.y());
    }
}
