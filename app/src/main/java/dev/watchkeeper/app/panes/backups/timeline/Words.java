package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.app.controls.chart.Spare;
import dev.watchkeeper.app.controls.chart.Ticks;
import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.Promotion;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** All words on the timeline; none touches another. */
final class Words {
    private static final double AIR = 8;

    private final Spare<Text> titles = new Spare<>(() -> text("lane-title"));
    private final Spare<Text> ticks = new Spare<>(() -> text("tick"));
    private final Spare<Text> notes = new Spare<>(() -> text("note"));
    private final Spare<Text> counts = new Spare<>(() -> text("count"));
    private final Group node = new Group(titles.node(), ticks.node(), notes.node(), counts.node());

    Words() {
        node.setManaged(false);
        node.setMouseTransparent(true);
    }

    private static Text text(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        return text;
    }

    Node node() {
        return node;
    }

    /** @param below what stands there already */
    void layout(Seen seen, Ruler ruler, List<Ticks.Tick> marks, List<Promotion> promotions, Below below) {
        List<Spare<Text>> all = List.of(titles, ticks, notes, counts);
        all.forEach(Spare::begin);
        top(marks, ruler);
        seen.rows().forEach(row -> row(row, ruler));
        promotions(promotions, ruler, below);
        all.forEach(Spare::end);
    }

    /**
     * The line below the lanes.
     *
     * @param y of the words there
     * @param from left end of what stands there already
     * @param to its right end; the same if nothing does
     */
    record Below(double y, double from, double to) {
        boolean isFree(double left, double right) {
            return from >= to || right + AIR < from || left > to + AIR;
        }
    }

    private void top(List<Ticks.Tick> marks, Ruler ruler) {
        double free = ruler.left() - 30;
        for (Ticks.Tick tick : marks) {
            Text text = ticks.next();
            text.setText(tick.label());
            double width = width(text);
            double x = ruler.x(tick.at()) - width / 2;
            boolean fits = x >= free && x + width <= ruler.right() + 14;
            text.setVisible(fits);
            if (fits) {
                place(text, x, Rows.TOP - 12);
                free = x + width + AIR;
            }
        }
    }

    private void row(Seen.Row row, Ruler ruler) {
        Rows.Row place = row.place();
        Text title = titles.next();
        title.setText(place.lane().title());
        place(title, 14, Rows.middle(place, 0) + 4);
        switch (place.lane().look()) {
            case WAL -> gaps(row, ruler);
            case WINDOW -> windows(row, ruler);
            case FULL, DUMP, RDB -> counts(row);
            case PART -> {}
        }
    }

    private void gaps(Seen.Row row, Ruler ruler) {
        double free = ruler.left();
        for (Spread.Placed<Lane.Bar> gap : row.gaps()) {
            Text text = notes.next();
            text.setText(HoverWords.gap(gap.things()));
            double width = width(text);
            double x =
                    Math.clamp(gap.middle() - width / 2, ruler.left(), Math.max(ruler.left(), ruler.right() - width));
            boolean fits = x >= free;
            text.setVisible(fits);
            if (fits) {
                place(text, x, row.place().top() + 11);
                free = x + width + AIR;
            }
        }
    }

    private void windows(Seen.Row row, Ruler ruler) {
        for (Spread.Placed<Lane.Bar> window : row.bars()) {
            Lane.Bar bar = window.things().getFirst();
            double from = Math.max(window.x(), ruler.left());
            double to = Math.min(window.right(), ruler.right());
            Text text = notes.next();
            text.setText(bar.words());
            if (width(text) + 2 * AIR > to - from) {
                text.setText(bar.brief());
            }
            boolean fits = width(text) + 2 * AIR <= to - from;
            text.setVisible(fits);
            if (fits) {
                place(text, (from + to - width(text)) / 2, Rows.middle(row.place(), bar.row()) + 4);
            }
        }
    }

    /** How many are drawn as one, where that can be written. */
    private void counts(Seen.Row row) {
        for (Spread.Placed<Lane.Mark> placed : row.good()) {
            if (placed.things().size() > 1) {
                Text text = counts.next();
                text.setText(Integer.toString(placed.things().size()));
                boolean fits = width(text) + 4 <= placed.width();
                text.setVisible(fits);
                if (fits) {
                    place(text, placed.middle() - width(text) / 2, Rows.middle(row.place(), 0) + 3.5);
                }
            }
        }
    }

    private void promotions(List<Promotion> promotions, Ruler ruler, Below below) {
        double free = ruler.left() - 40;
        for (Promotion promotion : promotions) {
            double x = ruler.x(promotion.at());
            if (x < ruler.left() || x > ruler.right()) {
                continue;
            }
            Text text = notes.next();
            text.setText("timeline " + promotion.timeline());
            double width = width(text);
            double left = free;
            Optional<Double> found = List.of(x + 5, x - 5 - width).stream()
                    .filter(at -> at >= left && at + width <= ruler.right() + 10 && below.isFree(at, at + width))
                    .findFirst();
            text.setVisible(found.isPresent());
            if (found.isPresent()) {
                place(text, found.get(), below.y());
                free = found.get() + width + AIR;
            }
        }
    }

    static double width(Text text) {
        return text.getLayoutBounds().getWidth();
    }

    private static void place(Text text, double x, double y) {
        text.setX(Math.rint(x));
        text.setY(Math.rint(y));
    }
}
