/** Queries that DBAs keep in runbooks, corrected, to be run in a console. */
@NullMarked
package dev.watchkeeper.postgres.snippets;

import org.jspecify.annotations.NullMarked;
