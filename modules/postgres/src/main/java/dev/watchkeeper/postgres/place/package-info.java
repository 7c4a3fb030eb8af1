/** Where a server is on its host. */
@NullMarked
package dev.watchkeeper.postgres.place;

import org.jspecify.annotations.NullMarked;
