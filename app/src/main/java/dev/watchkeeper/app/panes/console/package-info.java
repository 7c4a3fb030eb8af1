/** The query console: statements are written, run, and their results looked at. */
@NullMarked
package dev.watchkeeper.app.panes.console;

import org.jspecify.annotations.NullMarked;
