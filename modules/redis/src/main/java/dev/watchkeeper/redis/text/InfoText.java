package dev.watchkeeper.redis.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The answer to {@code INFO}: lines of name, colon, value. Immutable. */
public final class InfoText {
    private final SequencedMap<String, String> values;
    private final long bytes;

    private InfoText(SequencedMap<String, String> values, long bytes) {
        this.bytes = bytes;
        this.values = Collections.unmodifiableSequencedMap(values);
    }

    public static InfoText parse(String text) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return new InfoText(values, text.length());
    }

    /** Fields inside of one value: {@code ip=10.0.0.5,port=6379,state=online}. */
    public static SequencedMap<String, String> fields(String value) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (String part : value.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return fields;
    }

    /** Size of the whole answer. */
    public long bytes() {
        return bytes;
    }

    /** Empty if this server does not tell. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Of all values, in the server's order. */
    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** 0 if this server does not tell. */
    public long number(String name) {
        return number(name, 0);
    }

    public long number(String name, long otherwise) {
        try {
            return Long.parseLong(get(name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** 0 if this server does not tell. */
    public double decimal(String name) {
        try {
            return Double.parseDouble(get(name).replace("%", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public boolean flag(String name) {
        return get(name).equals("1");
    }

    /** Those whose names are that prefix and a number, in the server's order: {@code slave0}, {@code slave1}. */
    public SequencedMap<String, SequencedMap<String, String>> numbered(String prefix) {
        SequencedMap<String, SequencedMap<String, String>> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (entry.getKey().matches(prefix + "[0-9]+")) {
                found.put(entry.getKey(), fields(entry.getValue()));
            }
        }
        return found;
    }
}
