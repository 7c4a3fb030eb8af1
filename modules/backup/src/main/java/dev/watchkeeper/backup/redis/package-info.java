/** RDB files and AOF folders of Redis. */
@NullMarked
package dev.watchkeeper.backup.redis;

import org.jspecify.annotations.NullMarked;
