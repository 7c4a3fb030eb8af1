/** A history in terms of frames, whatever database keeps them: writing, rolling up, throwing away. */
@NullMarked
package dev.watchkeeper.history.keeping;

import org.jspecify.annotations.NullMarked;
