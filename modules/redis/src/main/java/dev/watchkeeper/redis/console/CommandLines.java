package dev.watchkeeper.redis.console;

import java.util.ArrayList;
import java.util.List;

/** The commands of a text: one a line; blank lines, and those that begin with {@code #}, are none. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * One command.
     *
     * @param from where its line begins in the text
     * @param to behind its last character
     */
    public record Piece(int from, int to, String text) {}

    public static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            String line = text.substring(from, to).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                pieces.add(new Piece(from, to, line));
            }
            from = to + 1;
        }
        return pieces;
    }
}
