package dev.watchkeeper.postgres.console;

import java.time.Duration;

/**
 * How long a statement took, by the workstation's clock.
 *
 * @param answered from sending it until the first rows or the end were here: the server's work and one round trip
 * @param fetching further rows until now; zero for what has none
 */
public record Timing(Duration answered, Duration fetching) {}
