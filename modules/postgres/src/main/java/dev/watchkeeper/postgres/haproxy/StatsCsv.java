package dev.watchkeeper.postgres.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the statistics' CSV: a head that begins with {@code # pxname}, fields that may be quoted as in RFC 4180. */
final class StatsCsv {
    private static final String HEAD = "# pxname,";

    private StatsCsv() {}

    /** Empty if it is something else. */
    static Optional<List<StatsLine>> read(String text) {
        List<List<String>> records = records(text.stripLeading());
        if (!text.stripLeading().startsWith(HEAD) || records.isEmpty()) {
            return Optional.empty();
        }
        List<String> head = new ArrayList<>(records.getFirst());
        head.set(0, "pxname");
        List<StatsLine> lines = new ArrayList<>();
        for (List<String> fields : records.subList(1, records.size())) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < Math.min(head.size(), fields.size()); i++) {
                if (!fields.get(i).isEmpty()) {
                    values.put(head.get(i), fields.get(i));
                }
            }
            if (!values.isEmpty()) {
                lines.add(new StatsLine(values));
            }
        }
        return Optional.of(lines);
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (pair) {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n')) {
                field.append(c);
            } else {
                fields.add(field.toString().stripTrailing());
                field.setLength(0);
                if (c == '\n') {
                    records.add(fields);
                    fields = new ArrayList<>();
                }
            }
        }
        fields.add(field.toString().stripTrailing());
        records.add(fields);
        return records;
    }
}
