package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard on the timeline. */
final class RecoveryKeys {
    private static final double STEP = 1.5;

    private final RecoveryChart chart;

    RecoveryKeys(RecoveryChart chart) {
        this.chart = chart;
        chart.setOnKeyPressed(this::pressed);
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

    private void pressed(KeyEvent event) {
        TimeAxis axis = chart.axis();
        if (isPlus(event)) {
            axis.zoom(
                    1 / STEP, axis.momentProperty().get().orElse(axis.visible().to()));
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
            case HOME -> first(chart.landmarks()).ifPresent(this::choose);
            case END -> first(chart.landmarks().reversed()).ifPresent(this::choose);
            case ESCAPE -> axis.clear();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<Instant> first(List<Instant> moments) {
        return moments.stream().findFirst();
    }

    private void sideways(KeyEvent event, int direction) {
        TimeAxis axis = chart.axis();
        if (event.isShortcutDown()) {
            axis.pan(direction * 0.1);
            return;
        }
        Instant before = axis.momentProperty().get().orElse(axis.visible().to());
        if (event.isShiftDown()) {
            landmark(before, direction).ifPresent(this::choose);
        } else {
            choose(before.plusMillis(direction * step()));
        }
    }

    /** Two pixels, in whole seconds. */
    private long step() {
        Ruler ruler = chart.ruler();
        long twoPixels = Math.round(ruler.interval().length().toMillis() * 2 / ruler.width());
        return Math.max(1, twoPixels / 1000) * 1000;
    }

    private Optional<Instant> landmark(Instant before, int direction) {
        return direction > 0
                ? chart.landmarks().stream().filter(one -> one.isAfter(before)).findFirst()
                : chart.landmarks().reversed().stream()
                        .filter(one -> one.isBefore(before))
                        .findFirst();
    }

    /** Chooses it, and brings the view along. */
    private void choose(Instant wanted) {
        TimeAxis axis = chart.axis();
        Instant to = wanted.isAfter(axis.now()) ? axis.now() : wanted;
        axis.reveal(to);
        axis.choose(to);
    }
}
