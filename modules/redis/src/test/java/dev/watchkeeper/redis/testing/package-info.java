/** Redis servers for one test, started as it wants them. */
@NullMarked
package dev.watchkeeper.redis.testing;

import org.jspecify.annotations.NullMarked;
