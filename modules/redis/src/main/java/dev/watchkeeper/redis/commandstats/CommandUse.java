package dev.watchkeeper.redis.commandstats;

import java.util.Optional;

/**
 * One command and what it did in an interval.
 *
 * @param name in upper case: {@code CONFIG SET}
 * @param share of all commands' time, 0 to 1
 * @param percentiles since the server began to count, not of the interval; empty before Redis 7.0
 */
public record CommandUse(String name, CommandCounter did, double share, Optional<Percentiles> percentiles) {}
