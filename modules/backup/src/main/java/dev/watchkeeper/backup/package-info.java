/** Which backups there are, and back to which moments one can go with them. */
@NullMarked
package dev.watchkeeper.backup;

import org.jspecify.annotations.NullMarked;
