package dev.watchkeeper.app.overtime;

import dev.watchkeeper.history.Interval;

/**
 * What a chart is to show.
 *
 * @param steps about how many it has room for
 */
record Question(OverTime chart, Interval interval, int steps) {}
