/** What is demanded of backups, and how that is kept. */
@NullMarked
package dev.watchkeeper.backup.policy;

import org.jspecify.annotations.NullMarked;
