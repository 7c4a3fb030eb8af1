/** Finding all servers of a cluster from any one of them. */
@NullMarked
package dev.watchkeeper.postgres.replication.discovery;

import org.jspecify.annotations.NullMarked;
