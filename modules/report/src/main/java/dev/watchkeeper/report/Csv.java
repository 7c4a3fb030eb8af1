package dev.watchkeeper.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma separated values as RFC 4180 has them: one header line, CR LF between records, quotes where they are needed.
 * Values are left as they are; a missing value is empty, and an empty text is {@code ""}, as COPY tells them apart.
 */
public final class Csv {
    private final Appendable out;
    private final int columns;

    /** Writes the header line. */
    public Csv(Appendable out, List<String> keys) throws IOException {
        this.out = out;
        this.columns = keys.size();
        row(keys);
    }

    /**
     * Writes one record, the values by their {@code toString}.
     *
     * @throws IllegalArgumentException if there are not as many values as keys
     */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (values.size() != columns) {
            throw new IllegalArgumentException(values.size() + " values for " + columns + " columns");
        }
        String separator = "";
        for (Object value : values) {
            out.append(separator).append(value == null ? "" : field(value.toString()));
            separator = ",";
        }
        out.append("\r\n");
    }

    private static String field(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
