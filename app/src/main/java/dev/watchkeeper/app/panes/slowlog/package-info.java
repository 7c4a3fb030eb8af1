/** What a Redis works on, what was slow, and which keys are big. */
@NullMarked
package dev.watchkeeper.app.panes.slowlog;

import org.jspecify.annotations.NullMarked;
