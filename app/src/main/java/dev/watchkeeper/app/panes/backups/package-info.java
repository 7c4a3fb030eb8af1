/** The backups of one server: back to which moments one can go, with what, and what is missing. */
@NullMarked
package dev.watchkeeper.app.panes.backups;

import org.jspecify.annotations.NullMarked;
