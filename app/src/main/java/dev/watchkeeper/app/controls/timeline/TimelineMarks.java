package dev.watchkeeper.app.controls.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;

/** Where something began: dotted lines with words at their left; marks whose words would touch others are left out. */
final class TimelineMarks {
    private static final double AIR = 14;
    private final Timeline owner;
    private final Labels labels;
    private final List<Line> lines = new ArrayList<>();

    TimelineMarks(Timeline owner) {
        this.owner = owner;
        this.labels = new Labels(owner, "timeline-mark");
    }

    void layout(Track track, double base) {
        labels.begin();
        int used = 0;
        double free = 0;
        for (Track.Mark mark : track.marks()) {
            double x = owner.x(mark.at());
            if (x < free) {
                continue;
            }
            Label label = labels.next(mark.text());
            boolean leftOfIt = x - label.getWidth() - AIR >= free;
            double at = leftOfIt ? x - label.getWidth() - 6 : x + 6;
            label.relocate(Math.rint(at), 2);
            label.setVisible(at + label.getWidth() <= owner.chartWidth() - 8);
            free = Math.max(x, at + label.getWidth()) + AIR;
            draw(line(used++), x, base);
        }
        labels.end();
        lines.subList(used, lines.size()).forEach(line -> line.setVisible(false));
    }

    private static void draw(Line line, double x, double base) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(Timeline.TOP - 2);
        line.setEndY(base);
    }

    private Line line(int index) {
        if (index == lines.size()) {
            Line line = new Line();
            line.getStyleClass().add("mark");
            line.setMouseTransparent(true);
            lines.add(line);
            owner.children().add(line);
        }
        lines.get(index).setVisible(true);
        return lines.get(index);
    }
}
