/** What was slow: commands that took too long, and events that held the server up. */
@NullMarked
package dev.watchkeeper.redis.slowlog;

import org.jspecify.annotations.NullMarked;
