/** Archived WAL: names of segments, what follows on what, and where timelines part. */
@NullMarked
package dev.watchkeeper.backup.wal;

import org.jspecify.annotations.NullMarked;
