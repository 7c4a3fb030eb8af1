/** Who is connected to a Redis or a sentinel, and sending them away. */
@NullMarked
package dev.watchkeeper.app.panes.clients;

import org.jspecify.annotations.NullMarked;
