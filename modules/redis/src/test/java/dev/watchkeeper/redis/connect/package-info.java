/** Tests of getting in. */
@NullMarked
package dev.watchkeeper.redis.connect;

import org.jspecify.annotations.NullMarked;
