/** The server's own log, read through SQL: slow statements, errors, lock waits, temporary files, checkpoints. */
@NullMarked
package dev.watchkeeper.postgres.serverlog;

import org.jspecify.annotations.NullMarked;
