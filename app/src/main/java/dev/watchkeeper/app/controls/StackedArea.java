package dev.watchkeeper.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/** A small stacked area chart of what was counted over the last minutes; each layer takes its colour from a style class. */
public final class StackedArea extends Region {
    private final List<Polygon> layers = new ArrayList<>();
    private final Text caption = new Text();
    private List<Point> points = List.of();
    private double span = 1;

    /**
     * What was counted at one moment.
     *
     * @param at position in time, in any unit; rising
     * @param counts one a layer, from the bottom up
     */
    public record Point(double at, List<Integer> counts) {
        public Point {
            counts = List.copyOf(counts);
        }
    }

    /**
     * @param caption stands at the upper left
     * @param styleClasses of the layers, from the bottom up
     */
    public StackedArea(String caption, List<String> styleClasses) {
        this.caption.setText(caption);
        this.caption.getStyleClass().add("chart-caption");
        this.caption.setTextOrigin(VPos.TOP);
        for (String styleClass : styleClasses) {
            Polygon layer = new Polygon();
            layer.getStyleClass().add(styleClass);
            layers.add(layer);
        }
        getChildren().addAll(layers);
        getChildren().add(this.caption);
        setMinSize(80, 40);
    }

    public void setCaption(String text) {
        caption.setText(text);
    }

    /**
     * Draws anew.
     *
     * @param newSpan how much time the whole width stands for, in the points' unit; the newest point is at the right
     */
    public void show(List<Point> newPoints, double newSpan) {
        points = List.copyOf(newPoints);
        span = newSpan;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        caption.relocate(0, 0);
        double top = caption.getLayoutBounds().getHeight() + 6;
        double height = Math.max(1, getHeight() - top);
        double scale = height / Math.max(1, highest());
        double last = points.isEmpty() ? 0 : points.getLast().at();
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).getPoints().setAll(outline(layer, last, scale));
        }
    }

    private List<Double> outline(int layer, double last, double scale) {
        List<Double> outline = new ArrayList<>(points.size() * 4);
        for (Point point : points) {
            outline.add(x(point, last));
            outline.add(getHeight() - below(point, layer + 1) * scale);
        }
        for (Point point : points.reversed()) {
            outline.add(x(point, last));
            outline.add(getHeight() - below(point, layer) * scale);
        }
        return outline;
    }

    private double x(Point point, double last) {
        return Math.max(0, getWidth() * (1 - (last - point.at()) / span));
    }

    private double highest() {
        return points.stream()
                .mapToDouble(point -> below(point, point.counts().size()))
                .max()
                .orElse(1);
    }

    private static double below(Point point, int layer) {
        double sum = 0;
        for (int i = 0; i < layer && i < point.counts().size(); i++) {
            sum += point.counts().get(i);
        }
        return sum;
    }
}
