package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/** The chosen moment with its knob, and the thin line below the pointer with what is told there. */
final class Hand {
    private final RecoveryChart chart;
    private final Line pointer = new Line();
    private final Label told = new Label();
    private final Line moment = new Line();
    private final Circle knob = new Circle(5);
    private final Text when = new Text();
    private final Group node = new Group(pointer, moment, knob, when, told);
    private double pointerY;

    Hand(RecoveryChart chart) {
        this.chart = chart;
        node.setManaged(false);
        node.setMouseTransparent(true);
        pointer.getStyleClass().add("pointer");
        told.getStyleClass().add("told");
        moment.getStyleClass().add("moment");
        knob.getStyleClass().add("knob");
        when.getStyleClass().add("when");
        pointer.setVisible(false);
        told.setVisible(false);
    }

    Node node() {
        return node;
    }

    void pointerAt(double y) {
        pointerY = y;
    }

    /** Gives where the words of the chosen moment stand. */
    Words.Below place() {
        Ruler ruler = chart.ruler();
        placePointer(ruler);
        double y = chart.bottom() + 16;
        Optional<Instant> at = chart.axis().momentProperty().get();
        double x = at.map(ruler::x).orElse(-1.0);
        boolean shown = x >= ruler.left() - 1 && x <= ruler.right() + 1;
        moment.setVisible(shown);
        knob.setVisible(shown);
        when.setVisible(shown);
        if (!shown) {
            return new Words.Below(y, 0, 0);
        }
        double place = Math.rint(x);
        vertical(moment, place, Rows.TOP - 6, chart.bottom() + 2);
        knob.setCenterX(place);
        knob.setCenterY(Rows.TOP - 6);
        when.setText(chart.times().second(at.get()));
        when.applyCss();
        double width = Words.width(when);
        double left = Math.clamp(place - width / 2, ruler.left(), Math.max(ruler.left(), ruler.right() + 12 - width));
        when.setX(Math.rint(left));
        when.setY(Math.rint(y));
        return new Words.Below(y, left, left + width);
    }

    private static void vertical(Line line, double x, double top, double bottom) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(top);
        line.setEndY(bottom);
    }

    private void placePointer(Ruler ruler) {
        Optional<Instant> at = chart.axis().handProperty().get();
        pointer.setVisible(at.isPresent());
        told.setVisible(at.isPresent());
        at.ifPresent(instant -> {
            double x = ruler.x(instant);
            vertical(pointer, Math.rint(x) + 0.5, Rows.TOP - 4, chart.bottom() + 2);
            told.setText(chart.told(x, pointerY).orElse(chart.times().second(instant)));
            told.applyCss();
            told.autosize();
            double left = x + 14 + told.getWidth() <= chart.getWidth() - 4 ? x + 14 : x - 14 - told.getWidth();
            double top = Math.clamp(pointerY + 14, 2, Math.max(2, chart.getHeight() - told.getHeight() - 2));
            told.relocate(Math.rint(left), Math.rint(top));
        });
    }
}
