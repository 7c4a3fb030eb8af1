/** PostgreSQL's SQL, taken apart for reading. */
@NullMarked
package dev.watchkeeper.app.controls.sql;

import org.jspecify.annotations.NullMarked;
