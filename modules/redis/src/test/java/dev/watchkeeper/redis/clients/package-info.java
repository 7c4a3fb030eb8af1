/** Tests of who is connected. */
@NullMarked
package dev.watchkeeper.redis.clients;

import org.jspecify.annotations.NullMarked;
