/** What each statement cost between two readings, from {@code pg_stat_statements}. */
@NullMarked
package dev.watchkeeper.postgres.statements;

import org.jspecify.annotations.NullMarked;
