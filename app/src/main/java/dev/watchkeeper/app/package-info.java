/** Watchkeeper's two faces: the window and the command line. */
@NullMarked
package dev.watchkeeper.app;

import org.jspecify.annotations.NullMarked;
