package dev.watchkeeper.history.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Statements that stand in one file, each under a line {@code -- :name}. */
public final class SqlBook {
    private static final String MARK = "-- :";

    private final Map<String, String> texts = new LinkedHashMap<>();

    private SqlBook(String text) {
        for (String part : ("\n" + text).split("\n" + MARK, -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                texts.put(part.substring(0, end).strip(), part.substring(end).strip());
            }
        }
    }

    /** The files of these names beside a class, read as one. */
    public static SqlBook of(Class<?> owner, String... files) {
        StringBuilder all = new StringBuilder();
        for (String file : files) {
            try (InputStream in = owner.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalArgumentException("no file " + file + " beside " + owner);
                }
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + file, e);
            }
        }
        return new SqlBook(all.toString());
    }

    public Set<String> names() {
        return texts.keySet();
    }

    public String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no statement " + name);
        }
        return text;
    }
}
