/** How full a Redis is, what happens when it is full, and how it is used. */
@NullMarked
package dev.watchkeeper.app.panes.memory;

import org.jspecify.annotations.NullMarked;
