/** The backups pane on catalogs that are made up. */
@NullMarked
package dev.watchkeeper.app.panes.backups;

import org.jspecify.annotations.NullMarked;
