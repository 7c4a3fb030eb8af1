/** A table for results of any size that came from a server once and don't change. */
@NullMarked
package dev.watchkeeper.app.controls.result;

import org.jspecify.annotations.NullMarked;
