/** Machines as people name them, what stands on which, and where backups lie. */
@NullMarked
package dev.watchkeeper.kernel.host;

import org.jspecify.annotations.NullMarked;
