/** Where a Redis is on its host. */
@NullMarked
package dev.watchkeeper.redis.place;

import org.jspecify.annotations.NullMarked;
