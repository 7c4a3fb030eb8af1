/** How numbers, sizes and durations are written everywhere. */
@NullMarked
package dev.watchkeeper.kernel.text;

import org.jspecify.annotations.NullMarked;
