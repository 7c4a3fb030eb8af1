/** Keeps over time what the console sees of a server, with a window or without. */
@NullMarked
package dev.watchkeeper.app.recording;

import org.jspecify.annotations.NullMarked;
