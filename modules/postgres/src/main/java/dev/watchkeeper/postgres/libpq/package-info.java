/** What libpq's users have, read by libpq's rules: URIs, keyword strings, service files, PG* variables, password files. */
@NullMarked
package dev.watchkeeper.postgres.libpq;

import org.jspecify.annotations.NullMarked;
