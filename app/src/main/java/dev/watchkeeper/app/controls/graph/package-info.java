/** A graph drawn from left to right: laid out off the FX thread, and still while it changes. */
@NullMarked
package dev.watchkeeper.app.controls.graph;

import org.jspecify.annotations.NullMarked;
