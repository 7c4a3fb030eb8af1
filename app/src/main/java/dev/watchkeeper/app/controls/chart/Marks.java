package dev.watchkeeper.app.controls.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** What happened, on the axis: dashed lines with words; where there is no room for words, a tooltip says them. */
final class Marks {
    private static final int LONGEST = 60;

    private final Spare<MarkLine> lines = new Spare<>(MarkLine::new);
    private final Spare<Label> words = new Spare<>(Marks::label);
    private final Text gauge = new Text();
    private final Group node = new Group(lines.node(), words.node(), gauge);
    private List<Mark> marks = List.of();

    Marks() {
        node.setManaged(false);
        gauge.getStyleClass().add("mark-words");
        gauge.setOpacity(0);
        gauge.setMouseTransparent(true);
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("mark-words");
        return label;
    }

    Node node() {
        return node;
    }

    void show(List<Mark> newMarks) {
        marks = newMarks.stream().map(Marks::shortened).toList();
    }

    private static Mark shortened(Mark mark) {
        return mark.words().length() <= LONGEST
                ? mark
                : new Mark(mark.at(), mark.words().substring(0, LONGEST - 1) + "…", mark.tone());
    }

    /**
     * @param taken where other words stand
     */
    void layout(Ruler ruler, Rectangle2D plot, List<MarkPlan.Span> taken) {
        lines.begin();
        words.begin();
        for (MarkPlan.Placed placed : MarkPlan.of(marks, ruler, taken, this::width)) {
            line(placed, plot);
            if (!placed.words().isEmpty()) {
                Label label = words.next();
                label.setText(placed.words());
                label.autosize();
                label.relocate(Math.rint(placed.wordsX()), 2);
            }
        }
        lines.end();
        words.end();
    }

    private void line(MarkPlan.Placed placed, Rectangle2D plot) {
        MarkLine line = lines.next();
        line.say(allWords(placed), placed.marks().getFirst().tone());
        double x = Math.rint(placed.x()) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(4);
        line.setEndY(plot.getMaxY());
    }

    private static String allWords(MarkPlan.Placed placed) {
        return placed.marks().stream().map(Mark::words).collect(Collectors.joining("\n"));
    }

    private double width(String text) {
        gauge.setText(text);
        return gauge.getLayoutBounds().getWidth();
    }
}
