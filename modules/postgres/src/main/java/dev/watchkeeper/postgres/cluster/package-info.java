/** A PostgreSQL cluster with Patroni beside it and pools and proxies before it, as one. */
@NullMarked
package dev.watchkeeper.postgres.cluster;

import org.jspecify.annotations.NullMarked;
