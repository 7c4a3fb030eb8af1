/** A PostgreSQL 15 of Debian's with the backup tools around it. */
@NullMarked
package dev.watchkeeper.backup.site;

import org.jspecify.annotations.NullMarked;
