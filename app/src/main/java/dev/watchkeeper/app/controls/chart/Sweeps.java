package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The intervals A and B, and the chosen moment, as they stand in a chart. */
final class Sweeps {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M. HH:mm");

    private final TimeAxis axis;
    private final Spare<Rectangle> grounds = new Spare<>(Sweeps::rectangle);
    private final Spare<Text> words = new Spare<>(Sweeps::text);
    private final Line moment = new Line();
    private final Group above = new Group(words.node(), moment);

    Sweeps(TimeAxis axis) {
        this.axis = axis;
        moment.getStyleClass().add("moment");
        above.setManaged(false);
        above.setMouseTransparent(true);
        grounds.node().setMouseTransparent(true);
    }

    private static Rectangle rectangle() {
        Rectangle rectangle = new Rectangle();
        rectangle.getStyleClass().add("sweep");
        return rectangle;
    }

    private static Text text() {
        Text text = new Text();
        text.getStyleClass().add("sweep-name");
        return text;
    }

    /** Stands below the data. */
    Node ground() {
        return grounds.node();
    }

    /** Stands above the data. */
    Node words() {
        return above;
    }

    /** Gives where the names stand. */
    List<MarkPlan.Span> layout(Ruler ruler, Rectangle2D plot) {
        List<MarkPlan.Span> names = new ArrayList<>();
        grounds.begin();
        words.begin();
        axis.aProperty().get().ifPresent(a -> names.addAll(show("A", a, ruler, plot)));
        axis.bProperty().get().ifPresent(b -> names.addAll(show("B", b, ruler, plot)));
        boolean second =
                axis.aProperty().get().isPresent() && axis.bProperty().get().isEmpty();
        axis.draftProperty().get().ifPresent(draft -> names.addAll(show(second ? "B" : "A", draft, ruler, plot)));
        grounds.end();
        words.end();
        Optional<Instant> chosen = axis.momentProperty().get().filter(ruler.interval()::contains);
        moment.setVisible(chosen.isPresent());
        chosen.ifPresent(at -> {
            double x = Math.rint(ruler.x(at)) + 0.5;
            moment.setStartX(x);
            moment.setEndX(x);
            moment.setStartY(plot.getMinY() - 4);
            moment.setEndY(plot.getMaxY());
        });
        return names;
    }

    private List<MarkPlan.Span> show(String name, Interval interval, Ruler ruler, Rectangle2D plot) {
        double from = Math.max(plot.getMinX(), ruler.x(interval.from()));
        double to = Math.min(plot.getMaxX(), ruler.x(interval.to()));
        if (to <= from) {
            return List.of();
        }
        Rectangle ground = grounds.next();
        ground.setX(from);
        ground.setWidth(to - from);
        ground.setY(0);
        ground.setHeight(plot.getMaxY());
        Text text = words.next();
        text.setText(name + "  " + written(interval, axis.zone()));
        if (text.getLayoutBounds().getWidth() + 12 > to - from) {
            text.setText(name);
        }
        text.setX(Math.rint(from + 6));
        text.setY(15);
        return List.of(new MarkPlan.Span(
                text.getX(), text.getX() + text.getLayoutBounds().getWidth()));
    }

    /** {@code 12:00 – 12:40}. */
    static String written(Interval interval, ZoneId zone) {
        boolean days = interval.length().toDays() > 0;
        boolean seconds = interval.length().toMinutes() < 5;
        DateTimeFormatter clock = days ? DAY : seconds ? SECOND : MINUTE;
        return clock.format(interval.from().atZone(zone)) + " – "
                + clock.format(interval.to().atZone(zone));
    }
}
