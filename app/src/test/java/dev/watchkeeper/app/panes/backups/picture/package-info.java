/** What is worked out of a catalog. */
@NullMarked
package dev.watchkeeper.app.panes.backups.picture;

import org.jspecify.annotations.NullMarked;
