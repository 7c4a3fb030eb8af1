package dev.watchkeeper.redis.console;

/**
 * How a command is used, by {@code COMMAND DOCS} (Redis 7.0 and newer).
 *
 * @param name in lower case; a subcommand with its container: {@code config|set}
 * @param syntax its arguments, as the documentation writes them: {@code key value [NX | XX]}
 * @param complexity {@code O(1)} and the like; empty if it is not told
 */
public record CommandDoc(String name, String summary, String syntax, String complexity) {}
