/** A history in a PostgreSQL that a team shares. */
@NullMarked
package dev.watchkeeper.history.postgres;

import org.jspecify.annotations.NullMarked;
