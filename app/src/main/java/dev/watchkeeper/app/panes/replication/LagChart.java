package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.panes.replication.picture.LagHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One figure of a link over the last minutes, with its name and the highest that it was. */
final class LagChart extends Region {
    static final Duration SPAN = Duration.ofMinutes(5);

    private final Text caption = new Text();
    private final Text most = new Text();
    private final Line base = new Line();
    private final Polyline curve = new Polyline();
    private final Polygon area = new Polygon();
    private final Function<LagHistory.Sample, @Nullable Long> figure;
    private final LongFunction<String> words;
    private List<LagHistory.Sample> samples = List.of();
    private Instant end = Instant.EPOCH;

    /**
     * @param figure of a sample; null leaves a gap at the base
     * @param words for the highest
     */
    LagChart(String caption, Function<LagHistory.Sample, @Nullable Long> figure, LongFunction<String> words) {
        this.figure = figure;
        this.words = words;
        this.caption.setText(caption);
        getStyleClass().add("lag-chart");
        this.caption.getStyleClass().add("chart-caption");
        most.getStyleClass().add("chart-caption");
        base.getStyleClass().add("base");
        curve.getStyleClass().add("curve");
        area.getStyleClass().add("area");
        this.caption.setTextOrigin(VPos.TOP);
        most.setTextOrigin(VPos.TOP);
        getChildren().addAll(area, base, curve, this.caption, most);
        setMinHeight(70);
        setPrefHeight(70);
    }

    void show(List<LagHistory.Sample> newSamples, Instant now) {
        samples = newSamples;
        end = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = 20;
        double height = Math.max(1, getHeight() - top - 1);
        long highest = Math.max(
                1,
                samples.stream()
                        .map(figure)
                        .mapToLong(value -> value == null ? 0 : value)
                        .max()
                        .orElse(1));
        List<Double> points = new ArrayList<>();
        for (LagHistory.Sample sample : samples) {
            double ago = Duration.between(sample.at(), end).toMillis() / (double) SPAN.toMillis();
            if (ago <= 1) {
                Long value = figure.apply(sample);
                points.add(getWidth() * (1 - ago));
                points.add(top + height * (1 - (value == null ? 0 : value) / (double) highest));
            }
        }
        curve.getPoints().setAll(points);
        if (!points.isEmpty()) {
            points.addAll(List.of(getWidth(), top + height, points.getFirst(), top + height));
        }
        area.getPoints().setAll(points);
        base.setStartX(0);
        base.setEndX(getWidth());
        base.setStartY(top + height);
        base.setEndY(top + height);
        caption.relocate(0, 0);
        most.setText("at most " + words.apply(highest));
        most.relocate(getWidth() - most.getLayoutBounds().getWidth(), 0);
    }
}
