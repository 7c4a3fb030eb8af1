package dev.watchkeeper.workspace.connections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text, collected by their places in the old one. Not thread-safe. */
final class Splices {
    private record Splice(int from, int to, String replacement) {}

    private final String text;
    private final List<Splice> splices = new ArrayList<>();

    Splices(String text) {
        this.text = text;
    }

    /** What was between the places becomes the replacement; equal places insert. */
    void replace(int from, int to, String replacement) {
        splices.add(new Splice(from, to, replacement));
    }

    /** The new text; insertions at one place stand in the order in which they were made. */
    String apply() {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Splice splice :
                splices.stream().sorted(Comparator.comparingInt(Splice::from)).toList()) {
            result.append(text, at, Math.max(at, splice.from)).append(splice.replacement);
            at = Math.max(at, splice.to);
        }
        return result.append(text, at, text.length()).toString();
    }
}
