package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The mouse on a chart: drag sweeps, click chooses a moment, Shift or the middle button moves the view, the wheel zooms. */
final class ChartMouse {
    /** A shorter way is a click. */
    private static final double SLACK = 4;

    private final TimeChart chart;
    private double pressedAt;
    private boolean panning;
    private Interval shownAtPress;

    ChartMouse(TimeChart chart) {
        this.chart = chart;
        this.shownAtPress = chart.axis().visible();
        chart.setOnMouseMoved(this::moved);
        chart.setOnMouseExited(event -> chart.axis().handProperty().set(Optional.empty()));
        chart.setOnMousePressed(this::pressed);
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(this::released);
        chart.setOnScroll(this::scrolled);
    }

    private void moved(MouseEvent event) {
        Ruler ruler = chart.ruler();
        boolean inside = event.getX() >= ruler.left() && event.getX() <= ruler.right();
        chart.axis().handProperty().set(inside ? Optional.of(ruler.moment(event.getX())) : Optional.empty());
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        pressedAt = event.getX();
        shownAtPress = chart.axis().visible();
        panning = event.getButton() == MouseButton.MIDDLE || event.isShiftDown();
        chart.setCursor(panning ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (panning) {
            Ruler ruler =
                    new Ruler(shownAtPress, chart.ruler().left(), chart.ruler().width());
            double share = (pressedAt - event.getX()) / ruler.width();
            long far = Math.round(share * shownAtPress.length().toMillis());
            chart.axis()
                    .show(new Interval(
                            shownAtPress.from().plusMillis(far),
                            shownAtPress.to().plusMillis(far)));
        } else if (event.isPrimaryButtonDown() && isFar(event)) {
            chart.axis().draftProperty().set(Optional.of(between(event)));
            moved(event);
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        chart.setCursor(Cursor.DEFAULT);
        if (!panning && event.getButton() == MouseButton.PRIMARY) {
            if (isFar(event)) {
                chart.axis().choose(between(event));
            } else {
                chart.axis().choose(chart.ruler().moment(event.getX()));
            }
        }
        panning = false;
        event.consume();
    }

    private boolean isFar(MouseEvent event) {
        return Math.abs(event.getX() - pressedAt) > SLACK;
    }

    private Interval between(MouseEvent event) {
        Ruler ruler = chart.ruler();
        Instant one = ruler.moment(Math.min(pressedAt, event.getX()));
        return new Interval(one, ruler.moment(Math.max(pressedAt, event.getX())));
    }

    private void scrolled(ScrollEvent event) {
        double way = event.getDeltaY();
        if (event.isShiftDown() || (way == 0 && event.getDeltaX() != 0)) {
            chart.axis().pan((event.getDeltaX() + way) < 0 ? 0.1 : -0.1);
        } else if (way != 0) {
            chart.axis().zoom(way > 0 ? 1 / 1.25 : 1.25, chart.ruler().moment(event.getX()));
        }
        event.consume();
    }
}
