/** What a blocking forest looks like and what is to be said about it. No screen is needed here. */
@NullMarked
package dev.watchkeeper.app.panes.locks.picture;

import org.jspecify.annotations.NullMarked;
