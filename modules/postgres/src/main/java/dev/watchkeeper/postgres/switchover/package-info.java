/** Making another server the primary: what speaks for and against each, doing it, and following it to its end. */
@NullMarked
package dev.watchkeeper.postgres.switchover;

import org.jspecify.annotations.NullMarked;
