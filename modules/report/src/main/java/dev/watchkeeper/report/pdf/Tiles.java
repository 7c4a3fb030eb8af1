package dev.watchkeeper.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Cuts a drawing that is larger than a page, where a cut goes through no box if there is such a place. */
final class Tiles {
    /** A cut may leave up to this part of a page empty to spare a box. */
    private static final double SPARING = 0.5;

    private Tiles() {}

    /** From where to where something reaches along one axis. */
    record Span(double start, double end) {
        double length() {
            return end - start;
        }
    }

    /**
     * The pieces that together make up {@code length}.
     *
     * @param first the most that the first piece may be long
     * @param longest the most that any other piece may be long
     * @param spared what must not be cut through if there is another place: boxes
     * @param better what should rather not be cut through: the lines between them
     */
    static List<Span> of(double length, double first, double longest, List<Span> spared, List<Span> better) {
        List<Span> all = new ArrayList<>(spared);
        all.addAll(better);
        List<Span> pieces = new ArrayList<>();
        double start = 0;
        double reach = first;
        while (length - start > reach) {
            double least = start + reach * SPARING;
            double cut = cut(start + reach, least, all)
                    .orElse(cut(start + reach, least, spared).orElse(start + reach));
            pieces.add(new Span(start, cut));
            start = cut;
            reach = longest;
        }
        pieces.add(new Span(start, length));
        return pieces;
    }

    /** The last place up to {@code at} that is in a gap; empty if there is none above {@code least}. */
    private static OptionalDouble cut(double at, double least, List<Span> spared) {
        double place = at;
        boolean moved = true;
        while (moved && place > least) {
            moved = false;
            for (Span span : spared) {
                if (span.start() < place && place < span.end()) {
                    place = span.start();
                    moved = true;
                }
            }
        }
        return place > least ? OptionalDouble.of(place) : OptionalDouble.empty();
    }
}
