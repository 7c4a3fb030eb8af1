package dev.watchkeeper.app.panes.slowlog;

import java.util.Optional;

/**
 * A key, or keys of one pattern, as a line of the table.
 *
 * @param share of the memory that was looked at, 0 to 1
 * @param estimate what all of its kind take; empty if too few were seen, or it is one key
 */
record KeyLine<T>(T of, double share, Optional<Long> estimate) {}
