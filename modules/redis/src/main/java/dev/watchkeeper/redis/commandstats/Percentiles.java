package dev.watchkeeper.redis.commandstats;

/** How long a command took, in microseconds, since the server began to count: half of the calls, 99 and 99.9 of 100. */
public record Percentiles(double p50, double p99, double p999) {}
