/** What a pane's numbers were before: one chart at a time from the history, above the pane. */
@NullMarked
package dev.watchkeeper.app.overtime;

import org.jspecify.annotations.NullMarked;
