package dev.watchkeeper.postgres.serverlog;

import java.util.ArrayList;
import java.util.List;

/** Cuts pieces into whole lines, and keeps the beginning of the last one. */
final class LineBuffer {
    /** A line that is longer is cut into several; no memory is taken for more. */
    private static final int LONGEST = 4 << 20;

    private final StringBuilder begun = new StringBuilder();

    /** The lines that end in this piece, without their ends. */
    List<String> lines(String piece) {
        List<String> lines = new ArrayList<>();
        begun.append(piece);
        int start = 0;
        for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n", start)) {
            boolean windows = end > start && begun.charAt(end - 1) == '\r';
            lines.add(begun.substring(start, windows ? end - 1 : end));
            start = end + 1;
        }
        begun.delete(0, start);
        if (begun.length() > LONGEST) {
            lines.add(begun.toString());
            begun.setLength(0);
        }
        return lines;
    }
}
