/** Tests of what goes over the wire. */
@NullMarked
package dev.watchkeeper.redis.resp;

import org.jspecify.annotations.NullMarked;
