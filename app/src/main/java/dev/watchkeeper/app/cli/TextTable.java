package dev.watchkeeper.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jline.utils.WCWidth;

/** A sheet for a terminal: aligned by cells, the last column takes what is left. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int WIDEST_TEXT = 28;
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
        int[] widths = new int[columns.size()];
        int used = 0;
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> cells(row.get(column))).max().orElse(0);
            boolean last = i == widths.length - 1;
            widths[i] = Math.max(cells(columns.get(i).title()), width.isEmpty() || last ? widest : cap(i, widest));
            used += last ? 0 : widths[i] + GAP.length();
        }
        if (width.isPresent()) {
            int last = widths.length - 1;
            widths[last] = Math.min(widths[last], Math.max(NARROWEST_LAST, width.getAsInt() - used));
        }
        return widths;
    }

    private int cap(int column, int widest) {
        return columns.get(column).number() ? widest : Math.min(widest, WIDEST_TEXT);
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
