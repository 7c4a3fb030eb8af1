/** Servers as people name them: where they are, whose environment, how to get in. */
@NullMarked
package dev.watchkeeper.kernel.target;

import org.jspecify.annotations.NullMarked;
