/** Charts over time: stacked areas and lines on a common axis, with intervals to be chosen on it. */
@NullMarked
package dev.watchkeeper.app.controls.chart;

import org.jspecify.annotations.NullMarked;
