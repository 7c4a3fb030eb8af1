package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.app.controls.chart.Ticks;
import dev.watchkeeper.app.panes.backups.picture.Lane;
import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.app.panes.backups.picture.Promotion;
import dev.watchkeeper.app.panes.backups.picture.State;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;

/** Draws what is seen of the lanes. */
final class Painter {
    private final GraphicsContext pen;
    private final Inks inks;
    private final Ruler ruler;
    private final Set<Lineage.Key> chosen;

    /** @param chosen the backups that are pointed out */
    Painter(GraphicsContext pen, Inks inks, Ruler ruler, Set<Lineage.Key> chosen) {
        this.pen = pen;
        this.inks = inks;
        this.ruler = ruler;
        this.chosen = chosen;
    }

    void grid(List<Ticks.Tick> ticks, double bottom) {
        pen.setStroke(inks.color(Ink.LINE));
        pen.setLineWidth(1);
        pen.setLineDashes();
        for (Ticks.Tick tick : ticks) {
            vertical(ruler.x(tick.at()), Rows.TOP - 4, bottom);
        }
    }

    void promotions(List<Promotion> promotions, double bottom) {
        pen.setStroke(inks.color(Ink.PROMOTION));
        pen.setLineWidth(1);
        pen.setLineDashes(3, 3);
        for (Promotion promotion : promotions) {
            double x = ruler.x(promotion.at());
            if (x >= ruler.left() && x <= ruler.right()) {
                vertical(x, Rows.TOP - 4, bottom + 6);
            }
        }
        pen.setLineDashes();
    }

    private void vertical(double at, double top, double bottom) {
        double x = Math.rint(at) + 0.5;
        pen.strokeLine(x, top, x, bottom);
    }

    void row(Seen.Row row) {
        double y = Rows.middle(row.place(), 0);
        switch (row.place().lane().look()) {
            case FULL -> blocks(row, Ink.FULL, 1, y, 17, 6);
            case PART -> blocks(row, Ink.FULL, 0.5, y, 11, 3);
            case DUMP -> blocks(row, Ink.DUMP, 1, y, 11, 11);
            case RDB -> blocks(row, Ink.RDB, 1, y, 11, 11);
            case WAL -> archive(row, y);
            case WINDOW -> windows(row);
        }
    }

    private void blocks(Seen.Row row, Ink ink, double opacity, double y, double height, double arc) {
        for (Spread.Placed<Lane.Mark> placed : row.good()) {
            boolean runs = placed.things().stream().allMatch(mark -> mark.state() == State.RUNNING);
            pen.setFill(inks.color(ink, runs ? 0.25 : opacity));
            pen.fillRoundRect(placed.x(), y - height / 2, placed.width(), height, arc, arc);
            if (runs) {
                outline(placed, y, height, arc, ink);
            }
        }
        pen.setLineDashes(3, 2);
        for (Spread.Placed<Lane.Mark> placed : row.failed()) {
            pen.setFill(inks.color(Ink.GROUND));
            pen.fillRoundRect(placed.x() - 1, y - height / 2 - 1, placed.width() + 2, height + 2, arc, arc);
            outline(placed, y, height, arc, Ink.GAP);
        }
        pen.setLineDashes();
        for (Spread.Placed<Lane.Mark> placed : row.good()) {
            placed.things().stream()
                    .filter(mark -> chosen.contains(Lineage.Key.of(mark.backup())))
                    .forEach(mark -> pointOut(placed, mark, y, height, arc));
        }
    }

    private void outline(Spread.Placed<Lane.Mark> placed, double y, double height, double arc, Ink ink) {
        pen.setStroke(inks.color(ink));
        pen.setLineWidth(1.4);
        pen.strokeRoundRect(placed.x() + 0.7, y - height / 2, placed.width() - 1.4, height, arc, arc);
    }

    /** A ring; around a single one among many at its own place. */
    private void pointOut(Spread.Placed<Lane.Mark> placed, Lane.Mark mark, double y, double height, double arc) {
        boolean alone = placed.things().size() == 1;
        double x = alone ? placed.x() : ruler.x(mark.from());
        double width = alone ? placed.width() : 4;
        pen.setStroke(inks.color(Ink.TEXT));
        pen.setLineWidth(1.6);
        pen.strokeRoundRect(x - 2.5, y - height / 2 - 2.5, width + 5, height + 5, arc + 4, arc + 4);
    }

    private void archive(Seen.Row row, double y) {
        pen.setFill(inks.color(Ink.WAL, 0.78));
        row.bars().forEach(placed -> pen.fillRoundRect(placed.x(), y - 5, placed.width(), 10, 3, 3));
        for (Spread.Placed<Lane.Bar> gap : row.gaps()) {
            pen.setFill(inks.color(Ink.GROUND));
            pen.fillRect(gap.x() - 1, y - 9, gap.width() + 2, 18);
            pen.setFill(inks.color(Ink.GAP, 0.9));
            pen.fillRoundRect(gap.x(), y - 9, gap.width(), 18, 2, 2);
        }
    }

    private void windows(Seen.Row row) {
        row.bars().forEach(placed -> {
            double y = Rows.middle(row.place(), placed.things().getFirst().row());
            double arc = Math.min(16, placed.width());
            // nothing of the grid is to shine through the words
            pen.setFill(inks.color(Ink.GROUND));
            pen.fillRoundRect(placed.x(), y - 8, placed.width(), 16, arc, arc);
            pen.setFill(inks.color(Ink.WAL, 0.28));
            pen.fillRoundRect(placed.x(), y - 8, placed.width(), 16, arc, arc);
        });
    }
}
