package dev.watchkeeper.app.serverlog;

/**
 * A line as it stands in a log.
 *
 * @param number counted from where the log began to be read, from 0
 * @param text its beginning, if it is very long
 * @param bytes all of it
 */
public record RawLine(long number, String text, long bytes) {}
