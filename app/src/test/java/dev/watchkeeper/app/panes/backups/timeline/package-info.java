/** The geometry of the recovery timeline. */
@NullMarked
package dev.watchkeeper.app.panes.backups.timeline;

import org.jspecify.annotations.NullMarked;
