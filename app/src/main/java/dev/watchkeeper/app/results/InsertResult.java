package dev.watchkeeper.app.results;

import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.ValueKind;
import dev.watchkeeper.postgres.sql.Quoting;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows a hundred a statement, so that neither one row nor all of them are one. */
final class InsertResult implements ResultWriter {
    private static final int ROWS = 100;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final Writer out;
    private final List<ValueKind> kinds;
    private final String head;
    private long rows;

    InsertResult(Writer out, List<Column> columns, String table) {
        this.out = out;
        this.kinds = columns.stream().map(Column::kind).toList();
        this.head = "insert into " + table
                + columns.stream()
                        .map(column -> Quoting.identifier(column.name()))
                        .collect(Collectors.joining(", ", " (", ") values\n"));
    }

    @Override
    public void row(Row row) throws IOException {
        out.write(rows % ROWS == 0 ? (rows == 0 ? head : ";\n" + head) : ",\n");
        out.write("  (");
        for (int i = 0; i < kinds.size(); i++) {
            out.write(i == 0 ? "" : ", ");
            out.write(literal(kinds.get(i), row.value(i)));
        }
        out.write(")");
        rows++;
    }

    /** A quoted literal has no type of its own, and so becomes what the column is. */
    private static String literal(ValueKind kind, @Nullable String value) {
        if (value == null) {
            return "null";
        }
        if (kind == ValueKind.BOOLEAN) {
            return value.equals("t") ? "true" : "false";
        }
        return kind == ValueKind.NUMBER && NUMBER.matcher(value).matches() ? value : Quoting.literal(value);
    }

    @Override
    public void end() throws IOException {
        out.write(rows == 0 ? "" : ";\n");
    }
}
