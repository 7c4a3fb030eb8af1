/** Setting up a new standby: what the primary needs for it, and the commands to type. */
@NullMarked
package dev.watchkeeper.postgres.replication.replica;

import org.jspecify.annotations.NullMarked;
