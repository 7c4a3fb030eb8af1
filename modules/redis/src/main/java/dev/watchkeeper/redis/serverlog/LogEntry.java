package dev.watchkeeper.redis.serverlog;

import java.time.Instant;

/**
 * One message of a Redis.
 *
 * @param process who wrote it: the server, or a child that saves
 * @param role {@code M} primary, {@code S} replica, {@code C} child that saves, {@code X} sentinel
 * @param message with the lines that follow it, such as a crash report
 */
public record LogEntry(Instant at, long process, char role, Level level, String message) {}
