/** What both stores share of talking to a database through JDBC. */
@NullMarked
package dev.watchkeeper.history.jdbc;

import org.jspecify.annotations.NullMarked;
