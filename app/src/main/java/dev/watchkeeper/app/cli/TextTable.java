package dev.watchkeeper.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jline.utils.WCWidth;

/** A sheet for a terminal: aligned by cells, the last column takes what is left. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int WIDEST_TEXT = 28;
    private static final int NARROWEST_TEXT = 8;
    private static final int NARROWEST_LAST = 24;

    private final List<Sheet.Column> columns;
    private final List<List<String>> rows;

    TextTable(Sheet sheet) {
        this.columns = sheet.columns();
        this.rows = sheet.rows().stream()
                .map(row -> row.stream().map(Visible::of).toList())
                .toList();
    }

    /**
     * The lines, head first.
     *
     * @param width of the terminal; without one nothing is cut
     */
    List<String> lines(OptionalInt width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Sheet.Column::title).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths(OptionalInt width) {
        if (width.isEmpty()) {
            return widths(Integer.MAX_VALUE);
        }
        int most = WIDEST_TEXT;
        int[] widths = widths(most);
        while (most > NARROWEST_TEXT && beforeLast(widths) + NARROWEST_LAST > width.getAsInt()) {
            most--;
            widths = widths(most);
        }
        int last = widths.length - 1;
        widths[last] = Math.min(widths[last], Math.max(NARROWEST_LAST, width.getAsInt() - beforeLast(widths)));
        return widths;
    }

    /** As wide as what stands in them, texts up to that many cells; the last column as wide as it wants. */
    private int[] widths(int mostForText) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> cells(row.get(column))).max().orElse(0);
            boolean yields = !columns.get(i).number() && i < widths.length - 1;
            widths[i] = Math.max(cells(columns.get(i).title()), yields ? Math.min(widest, mostForText) : widest);
        }
        return widths;
    }

    private static int beforeLast(int[] widths) {
        return Arrays.stream(widths, 0, widths.length - 1)
                .map(one -> one + GAP.length())
                .sum();
    }

    private String line(List<String> values, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String value = cut(values.get(i), widths[i]);
            String padding = " ".repeat(widths[i] - cells(value));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).number() ? padding + value : value + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int cells) {
        if (cells(text) <= cells) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            int wide = Math.max(0, WCWidth.wcwidth(c));
            if (used + wide > cells - 1) {
                break;
            }
            used += wide;
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    /** Cells of a terminal that the text takes: two for a Chinese character, none for a combining mark. */
    static int cells(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
