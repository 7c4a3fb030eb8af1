/** What of a cluster stands on the cards and arrows of its drawing, and in the sentences about it. */
@NullMarked
package dev.watchkeeper.app.panes.replication.picture;

import org.jspecify.annotations.NullMarked;
