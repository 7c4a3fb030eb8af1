/** Who blocks whom: the pane. */
@NullMarked
package dev.watchkeeper.app.panes.locks;

import org.jspecify.annotations.NullMarked;
