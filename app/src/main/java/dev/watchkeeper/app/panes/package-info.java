/** The panes: one package each, and the list of them. */
@NullMarked
package dev.watchkeeper.app.panes;

import org.jspecify.annotations.NullMarked;
