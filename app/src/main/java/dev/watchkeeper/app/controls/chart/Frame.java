package dev.watchkeeper.app.controls.chart;

/**
 * Room around a chart's plot, in pixels.
 *
 * @param left for the words of its heights
 * @param top for marks and the names of intervals
 * @param bottom for times
 */
record Frame(double left, double top, double right, double bottom) {
    static final Frame FULL = new Frame(58, 22, 10, 20);
    /** In a card beside a list. */
    static final Frame SMALL = new Frame(50, 8, 6, 18);
}
