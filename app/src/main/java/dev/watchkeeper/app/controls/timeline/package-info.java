/** A stretch of time to look back on. */
@NullMarked
package dev.watchkeeper.app.controls.timeline;

import org.jspecify.annotations.NullMarked;
