/** Who is connected, and making them stop. */
@NullMarked
package dev.watchkeeper.redis.clients;

import org.jspecify.annotations.NullMarked;
