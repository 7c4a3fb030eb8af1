package dev.watchkeeper.app.reports;

import dev.watchkeeper.report.Csv;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes records as CSV: target and moment first, then the keys of the rows; the head once. */
public final class CsvRecords {
    private final Appendable out;
    private @Nullable Csv csv;

    public CsvRecords(Appendable out) {
        this.out = out;
    }

    /** Adds the rows of one target at one moment. */
    public void add(String target, Instant takenAt, Records records) throws IOException {
        Csv lines = started(records);
        for (Map<String, @Nullable Object> row : records.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(target);
            values.add(takenAt);
            for (String key : records.keys()) {
                values.add(plain(row.get(key)));
            }
            lines.row(values);
        }
    }

    private Csv started(Records records) throws IOException {
        Csv lines = csv;
        if (lines == null) {
            List<String> head = new ArrayList<>(List.of("target", "taken_at"));
            head.addAll(records.keys());
            lines = new Csv(out, head);
            csv = lines;
        }
        return lines;
    }

    /** A list as PostgreSQL writes its arrays, so that COPY reads it back. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(CsvRecords::element).collect(Collectors.joining(",", "{", "}"));
        }
        return value;
    }

    private static String element(@Nullable Object element) {
        if (element instanceof Number) {
            return element.toString();
        }
        String text = element instanceof Map<?, ?> map
                ? map.values().stream().map(String::valueOf).collect(Collectors.joining(" "))
                : String.valueOf(element);
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
