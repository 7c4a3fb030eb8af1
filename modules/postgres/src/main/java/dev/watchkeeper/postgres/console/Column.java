package dev.watchkeeper.postgres.console;

/**
 * A column of a result.
 *
 * @param name as the server calls it; several may be called the same
 * @param type {@code int4}, {@code _text}, {@code hstore}
 */
public record Column(String name, String type, ValueKind kind) {}
