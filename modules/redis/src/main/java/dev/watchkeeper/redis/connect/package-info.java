/** Getting in: two connections a server, the handshake, TLS, and what can go wrong in words that help. */
@NullMarked
package dev.watchkeeper.redis.connect;

import org.jspecify.annotations.NullMarked;
