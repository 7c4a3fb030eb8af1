package dev.watchkeeper.report;

import java.util.List;

/** One thing in a drawing. Positions are in the drawing's units from its upper left corner, y downwards. */
public sealed interface Shape {
    /** A place in a drawing. */
    record Point(double x, double y) {}

    /**
     * A card with a title and quiet lines below it; what is too long ends in an ellipsis.
     *
     * @param tone colours the border
     * @param stacked drawn as a pile: it stands for many
     */
    record Box(
            double x,
            double y,
            double width,
            double height,
            String title,
            List<String> lines,
            Tone tone,
            boolean stacked)
            implements Shape {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line with an arrow head at its end.
     *
     * @param points the corners; of a smooth one the start, and for each piece two control points and the end
     * @param smooth whether it is made of cubic curves: then there are 1 + 3n points
     * @param label stands at its middle; empty if there is none
     */
    record Arrow(List<Point> points, boolean smooth, boolean dashed, Tone tone, String label) implements Shape {
        public Arrow {
            points = List.copyOf(points);
            if (points.size() < 2 || (smooth && points.size() % 3 != 1)) {
                throw new IllegalArgumentException("an arrow with " + points.size() + " points");
            }
        }
    }

    /** Words without a box, beginning at x, on the base line y; quiet ones in the secondary colour. */
    record Label(double x, double y, String text, boolean quiet) implements Shape {}
}
