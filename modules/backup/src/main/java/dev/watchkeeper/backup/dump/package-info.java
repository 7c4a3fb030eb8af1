/** Folders of files that pg_dump and pg_dumpall wrote, known by how each begins and ends. */
@NullMarked
package dev.watchkeeper.backup.dump;

import org.jspecify.annotations.NullMarked;
