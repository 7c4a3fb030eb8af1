/** Who follows whom and who watches whom, found from any one Redis or sentinel; and what is wrong with it. */
@NullMarked
package dev.watchkeeper.redis.topology;

import org.jspecify.annotations.NullMarked;
