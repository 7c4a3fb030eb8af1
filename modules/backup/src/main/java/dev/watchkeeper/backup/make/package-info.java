/** Making backups and checking them: as jobs on hosts. */
@NullMarked
package dev.watchkeeper.backup.make;

import org.jspecify.annotations.NullMarked;
