/** What goes over the wire, byte for byte: protocol RESP2 and RESP3, and a command line as redis-cli reads it. */
@NullMarked
package dev.watchkeeper.redis.resp;

import org.jspecify.annotations.NullMarked;
