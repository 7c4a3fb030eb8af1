package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keyboard on a chart. */
final class ChartKeys {
    private static final double STEP = 1.5;

    private final TimeChart chart;
    /** Where sweeping began. */
    private @Nullable Instant anchor;

    ChartKeys(TimeChart chart) {
        this.chart = chart;
        chart.setOnKeyPressed(this::pressed);
        chart.focusedProperty().addListener((property, before, now) -> left(now));
    }

    static boolean isZoom(KeyEvent event) {
        return isPlus(event) || isMinus(event);
    }

    private static boolean isPlus(KeyEvent event) {
        return event.getText().equals("+") || event.getCode() == KeyCode.ADD || event.getCode() == KeyCode.PLUS;
    }

    private static boolean isMinus(KeyEvent event) {
        return event.getText().equals("-") || event.getCode() == KeyCode.SUBTRACT || event.getCode() == KeyCode.MINUS;
    }

    private void left(boolean focused) {
        if (!focused) {
            anchor = null;
            chart.axis().draftProperty().set(Optional.empty());
            chart.axis().handProperty().set(Optional.empty());
        }
    }

    private void pressed(KeyEvent event) {
        TimeAxis axis = chart.axis();
        if (isPlus(event)) {
            axis.zoom(1 / STEP);
        } else if (isMinus(event)) {
            axis.zoom(STEP);
        } else if (!moved(event, axis)) {
            return;
        }
        event.consume();
    }

    private boolean moved(KeyEvent event, TimeAxis axis) {
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> sideways(event, -1);
            case RIGHT, KP_RIGHT -> sideways(event, 1);
            case PAGE_UP -> axis.pan(-0.8);
            case PAGE_DOWN -> axis.pan(0.8);
            case HOME -> hand(axis.visible().from());
            case END -> axis.toNow();
            case ENTER -> choose();
            case ESCAPE -> clear(axis);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sideways(KeyEvent event, int direction) {
        if (event.isShortcutDown()) {
            chart.axis().pan(direction * 0.1);
            return;
        }
        Instant before = handNow();
        Instant now = before.plusMillis(direction * chart.step());
        if (event.isShiftDown()) {
            sweep(before, now);
        } else {
            anchor = null;
            chart.axis().draftProperty().set(Optional.empty());
        }
        hand(now);
    }

    private Instant handNow() {
        Interval shown = chart.axis().visible();
        return chart.axis()
                .handProperty()
                .get()
                .orElseGet(() -> shown.from().plus(shown.length().dividedBy(2)));
    }

    private void sweep(Instant before, Instant now) {
        Instant from = anchor;
        if (from == null) {
            from = before;
            anchor = before;
        }
        boolean back = now.isBefore(from);
        chart.axis().draftProperty().set(Optional.of(new Interval(back ? now : from, back ? from : now)));
    }

    /** Brings the hand there, and the view along. */
    private void hand(Instant wanted) {
        TimeAxis axis = chart.axis();
        Instant to = wanted.isAfter(axis.now()) ? axis.now() : wanted;
        if (to.isBefore(axis.visible().from())) {
            axis.pan(-0.1);
        } else if (to.isAfter(axis.visible().to())) {
            axis.pan(0.1);
        }
        axis.handProperty().set(Optional.of(to));
    }

    private void choose() {
        TimeAxis axis = chart.axis();
        anchor = null;
        axis.draftProperty()
                .get()
                .ifPresentOrElse(axis::choose, () -> axis.handProperty().get().ifPresent(axis::choose));
    }

    private void clear(TimeAxis axis) {
        anchor = null;
        if (axis.draftProperty().get().isPresent()) {
            axis.draftProperty().set(Optional.empty());
        } else {
            axis.clear();
        }
    }
}
