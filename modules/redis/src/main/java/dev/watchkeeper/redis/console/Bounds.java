package dev.watchkeeper.redis.console;

import java.time.Duration;

/**
 * How long commands may take.
 *
 * @param answer for those that answer at once; then the connection is closed
 * @param waiting for those that wait for a key or a replica; then they are woken up
 * @param listening for SUBSCRIBE and MONITOR; then they are ended
 */
public record Bounds(Duration answer, Duration waiting, Duration listening) {
    public static final Bounds USUAL =
            new Bounds(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(10));

    public Bounds withAnswer(Duration most) {
        return new Bounds(most, waiting, listening);
    }
}
