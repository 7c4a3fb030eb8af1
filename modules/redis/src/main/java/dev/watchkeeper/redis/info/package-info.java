/** How a server is: memory, clients, keyspace, persistence, replication. */
@NullMarked
package dev.watchkeeper.redis.info;

import org.jspecify.annotations.NullMarked;
