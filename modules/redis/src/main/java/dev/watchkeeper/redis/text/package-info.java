/** Reading what Redis says in text of its own kind. */
@NullMarked
package dev.watchkeeper.redis.text;

import org.jspecify.annotations.NullMarked;
