/** Keys: what they have in common, and which of them are big. */
@NullMarked
package dev.watchkeeper.redis.keys;

import org.jspecify.annotations.NullMarked;
