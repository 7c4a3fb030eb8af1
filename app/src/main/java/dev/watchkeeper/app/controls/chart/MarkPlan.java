package dev.watchkeeper.app.controls.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Decides which marks get words and where these stand, so that no words touch others. A pure function. */
final class MarkPlan {
    /** Marks that are nearer to each other share one line. */
    private static final double SAME = 4;

    private static final double AIR = 14;
    private static final double DISTANCE = 6;

    /**
     * One line on the axis.
     *
     * @param marks at least one, in order of time; all of them stand in its tooltip
     * @param words empty if there is no room for them
     * @param wordsX left end of the words
     */
    record Placed(double x, List<Mark> marks, String words, double wordsX) {
        Placed {
            marks = List.copyOf(marks);
        }

        private Placed silent() {
            return new Placed(x, marks, "", 0);
        }
    }

    private MarkPlan() {}

    /** A stretch of the line that words stand on. */
    record Span(double from, double to) {
        private boolean touches(Span other) {
            return from < other.to + AIR / 2 && other.from < to + AIR / 2;
        }
    }

    /**
     * @param taken where other words stand
     * @param widthOf how wide words are on the screen
     */
    static List<Placed> of(List<Mark> marks, Ruler ruler, List<Span> taken, ToDoubleFunction<String> widthOf) {
        List<List<Mark>> groups = grouped(marks, ruler);
        List<Span> full = new ArrayList<>(taken);
        groups.forEach(group -> {
            double x = ruler.x(group.getFirst().at());
            // words keep half the air from a line
            full.add(new Span(x + AIR / 2 - 2, x - AIR / 2 + 2));
        });
        List<Placed> placed = new ArrayList<>();
        for (List<Mark> group : groups) {
            Placed one = worded(group, ruler);
            double width = widthOf.applyAsDouble(one.words());
            placed.add(Stream.of(one.x() - DISTANCE - width, one.x() + DISTANCE)
                    .map(from -> new Span(from, from + width))
                    .filter(span -> span.from() >= ruler.left() - AIR && span.to() <= ruler.right() + AIR)
                    .filter(span -> full.stream().noneMatch(span::touches))
                    .findFirst()
                    .map(span -> {
                        full.add(span);
                        return new Placed(one.x(), group, one.words(), span.from());
                    })
                    .orElseGet(one::silent));
        }
        return placed;
    }

    private static Placed worded(List<Mark> group, Ruler ruler) {
        Mark first = group.getFirst();
        String more = group.size() == 1 ? "" : ", and " + (group.size() - 1) + " more";
        return new Placed(ruler.x(first.at()), group, first.words() + more, 0);
    }

    private static List<List<Mark>> grouped(List<Mark> marks, Ruler ruler) {
        List<List<Mark>> groups = new ArrayList<>();
        double before = Double.NEGATIVE_INFINITY;
        List<Mark> seen = marks.stream()
                .filter(mark -> ruler.interval().contains(mark.at()))
                .sorted(Comparator.comparing(Mark::at))
                .toList();
        for (Mark mark : seen) {
            double x = ruler.x(mark.at());
            if (x - before < SAME) {
                groups.getLast().add(mark);
            } else {
                groups.add(new ArrayList<>(List.of(mark)));
                before = x;
            }
        }
        return groups;
    }
}
