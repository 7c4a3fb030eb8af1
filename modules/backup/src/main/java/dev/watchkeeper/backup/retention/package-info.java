/** Which backups may go, and taking them away. */
@NullMarked
package dev.watchkeeper.backup.retention;

import org.jspecify.annotations.NullMarked;
