/** What psql's {@code \d} and its kin tell, as records. */
@NullMarked
package dev.watchkeeper.postgres.describe;

import org.jspecify.annotations.NullMarked;
