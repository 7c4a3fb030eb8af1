package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.history.Interval;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The mouse on the timeline: a click chooses a moment, dragging moves the view, the wheel zooms. */
final class RecoveryMouse {
    /** A shorter way is a click. */
    private static final double SLACK = 4;

    private final RecoveryChart chart;
    private double pressedAt;
    private Interval shownAtPress;
    private boolean dragged;

    RecoveryMouse(RecoveryChart chart) {
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
        chart.pointerAt(event.getY());
        boolean inside = event.getX() >= ruler.left() && event.getX() <= ruler.right();
        chart.axis().handProperty().set(inside ? Optional.of(ruler.moment(event.getX())) : Optional.empty());
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        pressedAt = event.getX();
        shownAtPress = chart.axis().visible();
        dragged = false;
        event.consume();
    }

    private void dragged(MouseEvent event) {
        dragged |= Math.abs(event.getX() - pressedAt) > SLACK;
        if (dragged) {
            chart.setCursor(Cursor.CLOSED_HAND);
            double share = (pressedAt - event.getX()) / chart.ruler().width();
            long far = Math.round(share * shownAtPress.length().toMillis());
            chart.axis()
                    .show(new Interval(
                            shownAtPress.from().plusMillis(far),
                            shownAtPress.to().plusMillis(far)));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        chart.setCursor(Cursor.DEFAULT);
        if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            chart.pick(event.getX(), event.getY());
        }
        event.consume();
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
