package dev.watchkeeper.history.jdbc;

import java.nio.charset.StandardCharsets;

/** Text that every database takes: what comes from a Redis, or was cut in two, may be anything. */
final class CleanText {
    private CleanText() {}

    /** Without NUL, which no PostgreSQL text can hold; half a character becomes a question mark. */
    static String of(String text) {
        String without = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return StandardCharsets.UTF_8.newEncoder().canEncode(without)
                ? without
                : new String(without.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
