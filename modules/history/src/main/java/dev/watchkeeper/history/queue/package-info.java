/** Writes into a history beside what else is done. */
@NullMarked
package dev.watchkeeper.history.queue;

import org.jspecify.annotations.NullMarked;
