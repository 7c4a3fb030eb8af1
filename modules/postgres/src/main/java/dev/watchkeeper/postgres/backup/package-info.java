/** What has to be known of a server before it is saved. */
@NullMarked
package dev.watchkeeper.postgres.backup;

import org.jspecify.annotations.NullMarked;
