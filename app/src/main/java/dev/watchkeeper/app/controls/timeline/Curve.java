package dev.watchkeeper.app.controls.timeline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** The line of counts over time, and the area below it. */
final class Curve {
    private final Track track;
    private final double width;
    private final double top;
    private final double base;
    private final Path line;
    private final Path area;

    private Curve(Track track, double width, double top, double base, Path line, Path area) {
        this.track = track;
        this.width = width;
        this.top = top;
        this.base = base;
        this.line = line;
        this.area = area;
    }

    static void draw(Track track, double width, double top, double base, Path line, Path area) {
        new Curve(track, width, top, base, line, area).draw();
    }

    private void draw() {
        line.getElements().clear();
        area.getElements().clear();
        Track.@Nullable Sample before = null;
        for (Track.Sample sample : thinned()) {
            double x = x(sample);
            double y = y(sample);
            boolean gap =
                    before == null || Duration.between(before.at(), sample.at()).compareTo(Track.GAP) > 0;
            if (gap) {
                close(before);
                line.getElements().add(new MoveTo(x, y));
                area.getElements().addAll(new MoveTo(x, base), new LineTo(x, y));
            } else {
                line.getElements().add(new LineTo(x, y));
                area.getElements().add(new LineTo(x, y));
            }
            before = sample;
        }
        close(before);
    }

    /** Ends a stretch; one of a single sample is as wide as one can see. */
    private void close(Track.@Nullable Sample last) {
        if (last != null) {
            double x = x(last) + 2;
            line.getElements().add(new LineTo(x, y(last)));
            area.getElements().addAll(new LineTo(x, y(last)), new LineTo(x, base), new ClosePath());
        }
    }

    /** At most one sample a pixel: the highest. */
    private List<Track.Sample> thinned() {
        List<Track.Sample> seen = track.samples().stream()
                .filter(sample -> !sample.at().isBefore(track.start()))
                .toList();
        if (seen.size() <= width) {
            return seen;
        }
        SequencedMap<Long, Track.Sample> highest = new LinkedHashMap<>();
        for (Track.Sample sample : seen) {
            highest.merge(Math.round(x(sample)), sample, (one, other) -> one.count() >= other.count() ? one : other);
        }
        return List.copyOf(highest.values());
    }

    private double x(Track.Sample sample) {
        return track.position(sample.at()) * width;
    }

    private double y(Track.Sample sample) {
        return base - (base - top) * sample.count() / Math.max(4, track.highest());
    }
}
