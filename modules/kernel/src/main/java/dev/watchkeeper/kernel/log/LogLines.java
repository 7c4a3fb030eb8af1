package dev.watchkeeper.kernel.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes lines of bytes that are cut anywhere. Of a line that never ends only the beginning takes memory. What is not UTF-8
 * is replaced. For one thread.
 */
public final class LogLines {
    private final int longest;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long length;

    /** @param longest bytes of a line that are kept */
    public LogLines(int longest) {
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param text its beginning
     * @param bytes all of it
     */
    public record Line(String text, long bytes) {}

    /** The lines that end in this piece. */
    public List<Line> of(byte[] piece) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                lines.add(length == 0 ? within(piece, start, i) : ended(piece, start, i));
                start = i + 1;
            }
        }
        add(piece, start, piece.length);
        return lines;
    }

    /** Nearly all of them: without a copy in between. */
    private Line within(byte[] piece, int from, int to) {
        return line(new String(piece, from, Math.min(to - from, longest), StandardCharsets.UTF_8), to - from);
    }

    private Line ended(byte[] piece, int from, int to) {
        add(piece, from, to);
        Line line = line(begun.toString(StandardCharsets.UTF_8), length);
        restart();
        return line;
    }

    private void add(byte[] piece, int from, int to) {
        int room = longest - begun.size();
        begun.write(piece, from, Math.max(0, Math.min(to - from, room)));
        length += to - from;
    }

    private static Line line(String text, long bytes) {
        return new Line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, bytes);
    }

    /** What has come of the line that has not ended yet; empty if none was begun. */
    public Optional<Line> open() {
        return length == 0 ? Optional.empty() : Optional.of(line(begun.toString(StandardCharsets.UTF_8), length));
    }

    /** Forgets what was begun. */
    public void restart() {
        begun.reset();
        length = 0;
    }
}
