/** pgBackRest's repositories, as it tells of them. */
@NullMarked
package dev.watchkeeper.backup.pgbackrest;

import org.jspecify.annotations.NullMarked;
