/** PgBouncer, as its admin console shows it and obeys. */
@NullMarked
package dev.watchkeeper.postgres.pgbouncer;

import org.jspecify.annotations.NullMarked;
