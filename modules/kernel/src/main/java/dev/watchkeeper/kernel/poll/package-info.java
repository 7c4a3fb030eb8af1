/** Asking servers again and again, and what comes of it. */
@NullMarked
package dev.watchkeeper.kernel.poll;

import org.jspecify.annotations.NullMarked;
