/** Where the cards of a cluster stand and how its arrows run: clients left, primaries, who follows them right and below. */
@NullMarked
package dev.watchkeeper.app.panes.replication.drawing;

import org.jspecify.annotations.NullMarked;
