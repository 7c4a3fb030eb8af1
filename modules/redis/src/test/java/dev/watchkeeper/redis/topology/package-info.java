/** Tests of finding, judging and changing who follows whom. */
@NullMarked
package dev.watchkeeper.redis.topology;

import org.jspecify.annotations.NullMarked;
