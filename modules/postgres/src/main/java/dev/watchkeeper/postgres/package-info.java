/** PostgreSQL. */
@NullMarked
package dev.watchkeeper.postgres;

import org.jspecify.annotations.NullMarked;
