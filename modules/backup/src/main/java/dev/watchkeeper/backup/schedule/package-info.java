/** What a host does by the clock: found in its crontabs and timers, and written there. */
@NullMarked
package dev.watchkeeper.backup.schedule;

import org.jspecify.annotations.NullMarked;
