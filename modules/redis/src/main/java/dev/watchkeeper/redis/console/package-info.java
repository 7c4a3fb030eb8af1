/** Running commands by hand: a session of one's own, what a command would do, and what is better not run. */
@NullMarked
package dev.watchkeeper.redis.console;

import org.jspecify.annotations.NullMarked;
