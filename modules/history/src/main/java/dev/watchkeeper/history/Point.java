package dev.watchkeeper.history;

import java.time.Instant;

/**
 * One measured number.
 *
 * @param label which of several: a standby, a slot, a database; empty if there is one only
 */
public record Point(Metric metric, String label, Instant at, double value) {}
