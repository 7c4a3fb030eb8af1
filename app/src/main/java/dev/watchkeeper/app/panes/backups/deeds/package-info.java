/** What the backups pane can do: make, check and take away backups; and the jobs that do so. */
@NullMarked
package dev.watchkeeper.app.panes.backups.deeds;

import org.jspecify.annotations.NullMarked;
