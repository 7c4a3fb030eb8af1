/** Redis with a replica and sentinels on loopback. */
@NullMarked
package dev.watchkeeper.lab.redis;

import org.jspecify.annotations.NullMarked;
