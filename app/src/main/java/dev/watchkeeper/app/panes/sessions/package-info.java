/** Who is connected, what they do, and how to make them stop. */
@NullMarked
package dev.watchkeeper.app.panes.sessions;

import org.jspecify.annotations.NullMarked;
