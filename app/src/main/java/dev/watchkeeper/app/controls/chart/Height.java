package dev.watchkeeper.app.controls.chart;

/**
 * Where values stand on the screen.
 *
 * @param base pixels of 0
 * @param top the value at the upper edge, above 0
 */
record Height(double base, double top) {
    double y(double value) {
        return base * (1 - value / top);
    }
}
