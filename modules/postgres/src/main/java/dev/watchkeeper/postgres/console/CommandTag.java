package dev.watchkeeper.postgres.console;

import java.util.OptionalLong;
import java.util.Set;

/** What the server says when a command is done: {@code UPDATE 5}, {@code INSERT 0 1}, {@code CREATE TABLE}. */
final class CommandTag {
    private static final Set<String> COUNTED = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "SELECT", "COPY", "MOVE");

    private CommandTag() {}

    /**
     * The rows that it counts; empty for a command that counts none.
     *
     * @param tag empty for a result that came in several parts
     */
    static OptionalLong count(String tag, long count) {
        return tag.isEmpty() || COUNTED.contains(tag.split(" ", 2)[0]) ? OptionalLong.of(count) : OptionalLong.empty();
    }
}
