package dev.watchkeeper.app.controls.chart;

import java.time.ZoneId;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/** The faint lines and words of an axis of time and of heights. */
final class Backdrop {
    private static final double ROOM = 96;

    private final Measure measure;
    private final Spare<Line> lines = new Spare<>(Backdrop::line);
    private final Spare<Text> words = new Spare<>(Backdrop::text);
    private final Group node = new Group(lines.node(), words.node());

    Backdrop(Measure measure) {
        this.measure = measure;
        node.setManaged(false);
        node.setMouseTransparent(true);
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("grid");
        return line;
    }

    private static Text text() {
        Text text = new Text();
        text.getStyleClass().add("tick");
        return text;
    }

    Node node() {
        return node;
    }

    /**
     * @param top the value at the plot's upper edge
     */
    void layout(Ruler ruler, Rectangle2D plot, double top, ZoneId zone) {
        lines.begin();
        words.begin();
        int steps = plot.getHeight() < 60 ? 1 : 2;
        for (int i = 0; i <= steps; i++) {
            double y = Math.rint(plot.getMaxY() - plot.getHeight() * i / steps) + 0.5;
            Line line = lines.next();
            line.setStartX(plot.getMinX());
            line.setEndX(plot.getMaxX());
            line.setStartY(y);
            line.setEndY(y);
            if (i > 0) {
                Text text = words.next();
                text.setText(measure.words(top * i / steps));
                place(text, plot.getMinX() - 8 - text.getLayoutBounds().getWidth(), y + 4);
            }
        }
        ticks(ruler, plot, zone);
        lines.end();
        words.end();
    }

    private void ticks(Ruler ruler, Rectangle2D plot, ZoneId zone) {
        double free = plot.getMinX() - 20;
        for (Ticks.Tick tick : Ticks.of(ruler.interval(), zone, Math.max(2, (int) (plot.getWidth() / ROOM)))) {
            Text text = words.next();
            text.setText(tick.label());
            double width = text.getLayoutBounds().getWidth();
            double x = ruler.x(tick.at()) - width / 2;
            boolean fits = x >= free && x + width <= plot.getMaxX() + 10;
            text.setVisible(fits);
            if (fits) {
                place(text, x, plot.getMaxY() + 15);
                free = x + width + 8;
            }
        }
    }

    private static void place(Text text, double x, double y) {
        text.setX(Math.rint(x));
        text.setY(Math.rint(y));
    }
}
