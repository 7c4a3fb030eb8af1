/** What a server's time goes into: its commands, how often each was called and how long it took. */
@NullMarked
package dev.watchkeeper.redis.commandstats;

import org.jspecify.annotations.NullMarked;
