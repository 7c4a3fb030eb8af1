/** Tests of running commands by hand. */
@NullMarked
package dev.watchkeeper.redis.console;

import org.jspecify.annotations.NullMarked;
