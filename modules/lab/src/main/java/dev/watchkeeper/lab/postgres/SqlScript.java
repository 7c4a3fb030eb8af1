package dev.watchkeeper.lab.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code .sql} file with parts, each under a line {@code -- name: part}. What stands before the first is a comment. */
public final class SqlScript {
    private static final String MARK = "-- name:";

    private final String file;
    private final Map<String, String> parts;

    private SqlScript(String file, Map<String, String> parts) {
        this.file = file;
        this.parts = parts;
    }

    /** Reads the file that lies beside its owner. A missing file is a fault of the program. */
    public static SqlScript beside(Class<?> owner, String file) {
        try (var in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + owner.getName());
            }
            return new SqlScript(file, split(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    /** The text of one part, without the semicolon at its end. */
    public String part(String name) {
        @Nullable String part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(file + " has no part " + name);
        }
        return part;
    }

    private static Map<String, String> split(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        String[] pieces = text.split(MARK, -1);
        for (int i = 1; i < pieces.length; i++) {
            int lineEnd = pieces[i].indexOf('\n');
            parts.put(
                    pieces[i].substring(0, lineEnd).strip(),
                    pieces[i].substring(lineEnd + 1).strip().replaceFirst(";$", ""));
        }
        return parts;
    }
}
