/** What is worked out of a catalog for the screen, in words and places; no JavaFX. */
@NullMarked
package dev.watchkeeper.app.panes.backups.picture;

import org.jspecify.annotations.NullMarked;
