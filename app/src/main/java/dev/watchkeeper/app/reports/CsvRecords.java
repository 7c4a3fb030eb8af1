package dev.watchkeeper.app.reports;

import dev.watchkeeper.report.Csv;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes records as CSV: target and moment first, then the keys of the rows; a head when they change. */
public final class CsvRecords {
    private final Appendable out;
    private @Nullable Csv csv;
    private List<String> keys = List.of();

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

    /** Adds several lists, told apart by their names in a first column, under one head with the keys of all. */
    public void add(String target, Instant takenAt, List<Records> lists) throws IOException {
        if (lists.size() == 1) {
            add(target, takenAt, lists.getFirst());
            return;
        }
        Set<String> keys = new LinkedHashSet<>(List.of("list"));
        lists.forEach(list -> keys.addAll(list.keys()));
        List<SequencedMap<String, @Nullable Object>> rows = new ArrayList<>();
        for (Records list : lists) {
            for (SequencedMap<String, @Nullable Object> row : list.rows()) {
                SequencedMap<String, @Nullable Object> named = new LinkedHashMap<>(row);
                named.put("list", list.name());
                rows.add(named);
            }
        }
        add(target, takenAt, new Records(List.copyOf(keys), rows));
    }

    private Csv started(Records records) throws IOException {
        Csv lines = csv;
        if (lines == null || !records.keys().equals(keys)) {
            keys = records.keys();
            List<String> head = new ArrayList<>(List.of("target", "taken_at"));
            head.addAll(keys);
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
