/** Tests of what was slow. */
@NullMarked
package dev.watchkeeper.redis.slowlog;

import org.jspecify.annotations.NullMarked;
