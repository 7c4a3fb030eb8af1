package dev.watchkeeper.report.pdf;

import java.util.ArrayList;
import java.util.List;

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
     * The pieces, each at most {@code longest} long, that together make up {@code length}.
     *
     * @param spared what should not be cut through
     */
    static List<Span> of(double length, double longest, List<Span> spared) {
        List<Span> pieces = new ArrayList<>();
        double start = 0;
        while (length - start > longest) {
            double cut = cut(start, longest, spared);
            pieces.add(new Span(start, cut));
            start = cut;
        }
        pieces.add(new Span(start, length));
        return pieces;
    }

    /** The last place within reach that is in the middle of a gap; the end of the reach if there is no gap. */
    private static double cut(double start, double longest, List<Span> spared) {
        double least = start + longest * SPARING;
        double at = start + longest;
        boolean moved = true;
        while (moved && at > least) {
            moved = false;
            for (Span span : spared) {
                if (span.start() < at && at < span.end()) {
                    at = span.start();
                    moved = true;
                }
            }
        }
        return at > least ? at : start + longest;
    }
}
