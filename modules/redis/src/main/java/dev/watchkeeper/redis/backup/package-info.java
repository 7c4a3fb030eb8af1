/** Where a Redis keeps its data, and having it write them. */
@NullMarked
package dev.watchkeeper.redis.backup;

import org.jspecify.annotations.NullMarked;
