/** How the host of a server is. */
@NullMarked
package dev.watchkeeper.app.hosts;

import org.jspecify.annotations.NullMarked;
