/** Who follows whom in a PostgreSQL cluster, how far behind, what its slots keep, and changing who is the primary. */
@NullMarked
package dev.watchkeeper.postgres.replication;

import org.jspecify.annotations.NullMarked;
