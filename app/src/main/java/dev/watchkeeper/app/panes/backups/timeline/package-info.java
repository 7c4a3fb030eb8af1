/** The recovery timeline: a drawn line of time, and a moment that can be chosen on it. */
@NullMarked
package dev.watchkeeper.app.panes.backups.timeline;

import org.jspecify.annotations.NullMarked;
