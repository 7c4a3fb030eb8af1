package dev.watchkeeper.app.results;

import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.ValueKind;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers stand at the right; NULL is told from a text. */
final class MarkdownResult implements ResultWriter {
    private final Writer out;

    MarkdownResult(Writer out, List<Column> columns) throws IOException {
        this.out = out;
        line(columns.stream().map(column -> escaped(column.name())).toList());
        line(columns.stream()
                .map(column -> column.kind() == ValueKind.NUMBER ? "---:" : "---")
                .toList());
    }

    @Override
    public void row(Row row) throws IOException {
        line(row.values().stream().map(MarkdownResult::cell).toList());
    }

    private static String cell(@Nullable String value) {
        return value == null ? "*null*" : escaped(value);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '|', '*', '_', '`', '[', ']', '#' ->
                    escaped.append('\\').append(c);
                case '<' -> escaped.append("&lt;");
                case '&' -> escaped.append("&amp;");
                case '\n' -> escaped.append("<br>");
                case '\r' -> escaped.append("");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    @Override
    public void end() {}
}
