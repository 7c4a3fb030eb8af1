package dev.watchkeeper.app.panes.backups.timeline;

import dev.watchkeeper.app.controls.chart.Ruler;
import dev.watchkeeper.history.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Decides how wide things are drawn on a line of time, and which of them are drawn as one. Pure functions. */
final class Spread {
    /** So much of the way from one mark to the next is filled. */
    private static final double SHARE = 0.62;

    private static final double AIR = 1;

    /**
     * What is drawn as one.
     *
     * @param x its left end in pixels
     * @param things at least one, in order of time
     */
    record Placed<T>(double x, double width, List<T> things) {
        Placed {
            things = List.copyOf(things);
        }

        double right() {
            return x + width;
        }

        double middle() {
            return x + width / 2;
        }
    }

    private Spread() {}

    /**
     * Places what can be seen; each from its beginning to its end, but no narrower than can be seen, and as wide as usual
     * where there is room.
     *
     * @param things in order of time
     * @param usual pixels, if neighbours leave so much room
     * @param least pixels, however crowded it is
     */
    static <T> List<Placed<T>> of(List<T> things, Function<T, Interval> span, Ruler ruler, double usual, double least) {
        List<T> seen = things.stream()
                .filter(thing -> isSeen(span.apply(thing), ruler, usual))
                .toList();
        double width = Math.clamp(spacing(seen, span, ruler) * SHARE, least, usual);
        List<Placed<T>> placed = new ArrayList<>();
        List<T> group = new ArrayList<>();
        double from = 0;
        double to = Double.NEGATIVE_INFINITY;
        for (T thing : seen) {
            double x = Math.max(ruler.left() - width, ruler.x(span.apply(thing).from()));
            double end =
                    Math.min(ruler.right() + width, ruler.x(span.apply(thing).to()));
            if (!group.isEmpty() && x >= to + AIR) {
                placed.add(new Placed<>(from, to - from, group));
                group.clear();
            }
            from = group.isEmpty() ? x : from;
            to = Math.max(group.isEmpty() ? x : to, Math.max(end, x + width));
            group.add(thing);
        }
        if (!group.isEmpty()) {
            placed.add(new Placed<>(from, to - from, group));
        }
        return placed;
    }

    private static boolean isSeen(Interval span, Ruler ruler, double usual) {
        return ruler.x(span.to()) >= ruler.left() - usual && ruler.x(span.from()) <= ruler.right();
    }

    /** How far one usually is from the next: the median, so that a hole or a hurry changes nothing. */
    private static <T> double spacing(List<T> seen, Function<T, Interval> span, Ruler ruler) {
        if (seen.size() < 2) {
            return Double.MAX_VALUE;
        }
        double[] steps = new double[seen.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = ruler.x(span.apply(seen.get(i + 1)).from())
                    - ruler.x(span.apply(seen.get(i)).from());
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
