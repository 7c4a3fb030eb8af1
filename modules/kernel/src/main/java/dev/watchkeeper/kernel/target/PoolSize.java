package dev.watchkeeper.kernel.target;

import java.time.Duration;

/**
 * How long the console's few connections to a target live.
 *
 * @param idleTimeout a connection that nobody used for so long is closed; zero: never
 * @param maxLifetime a connection is replaced when it is older; zero: never
 */
public record PoolSize(Duration idleTimeout, Duration maxLifetime) {
    /** Five minutes idle, an hour of life: what the runbooks set. */
    public static final PoolSize DEFAULT = new PoolSize(Duration.ofMinutes(5), Duration.ofHours(1));
}
