/** Who follows whom, how far behind, and what can be done about it. */
@NullMarked
package dev.watchkeeper.app.panes.replication;

import org.jspecify.annotations.NullMarked;
