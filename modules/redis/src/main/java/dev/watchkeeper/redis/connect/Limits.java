package dev.watchkeeper.redis.connect;

import java.time.Duration;

/**
 * How long one piece of work may take.
 *
 * @param connect for opening a connection, each host
 * @param answer for each answer
 * @param mayRepeat whether it does no harm to run it twice
 */
record Limits(Duration connect, Duration answer, boolean mayRepeat) {}
