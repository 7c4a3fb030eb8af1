/** A history in a file of the console. */
@NullMarked
package dev.watchkeeper.history.sqlite;

import org.jspecify.annotations.NullMarked;
