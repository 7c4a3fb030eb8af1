/** What was seen, kept over time: in a file of the console, or in a PostgreSQL that a team shares. */
@NullMarked
package dev.watchkeeper.history;

import org.jspecify.annotations.NullMarked;
