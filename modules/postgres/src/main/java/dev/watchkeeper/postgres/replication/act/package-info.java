/** Changing something on one server of a cluster. */
@NullMarked
package dev.watchkeeper.postgres.replication.act;

import org.jspecify.annotations.NullMarked;
