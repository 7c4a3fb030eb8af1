package dev.watchkeeper.redis.console;

/**
 * Something that may stand where the caret is.
 *
 * @param text in upper case: {@code HGETALL}, or the subcommand {@code DOCTOR}
 * @param summary what it does; empty if the server does not tell
 */
public record Completion(String text, String summary) {}
