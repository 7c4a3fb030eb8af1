/** Servers' logs as bytes, wherever they are read. */
@NullMarked
package dev.watchkeeper.kernel.log;

import org.jspecify.annotations.NullMarked;
