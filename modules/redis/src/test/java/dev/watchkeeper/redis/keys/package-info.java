/** Tests of keys that are big. */
@NullMarked
package dev.watchkeeper.redis.keys;

import org.jspecify.annotations.NullMarked;
