/** What a statement will do before it is run: rows, locks, who would wait; and running it as an action. */
@NullMarked
package dev.watchkeeper.postgres.console.change;

import org.jspecify.annotations.NullMarked;
