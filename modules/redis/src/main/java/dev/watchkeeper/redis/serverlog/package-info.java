/** What a Redis writes into its log. */
@NullMarked
package dev.watchkeeper.redis.serverlog;

import org.jspecify.annotations.NullMarked;
