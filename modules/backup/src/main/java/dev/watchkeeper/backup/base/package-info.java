/** Folders of pg_basebackup: plain, as tars, incremental, with the WAL archive beside them. */
@NullMarked
package dev.watchkeeper.backup.base;

import org.jspecify.annotations.NullMarked;
