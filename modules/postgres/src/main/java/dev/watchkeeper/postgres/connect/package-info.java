/** Connections to PostgreSQL servers, and what can go wrong with them. */
@NullMarked
package dev.watchkeeper.postgres.connect;

import org.jspecify.annotations.NullMarked;
