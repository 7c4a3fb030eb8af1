/** From when to when every second can be had. */
@NullMarked
package dev.watchkeeper.backup.windows;

import org.jspecify.annotations.NullMarked;
