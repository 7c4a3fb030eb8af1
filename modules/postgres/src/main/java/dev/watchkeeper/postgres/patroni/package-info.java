/** Patroni's REST API: what it knows of a cluster, and what it can be asked to do. */
@NullMarked
package dev.watchkeeper.postgres.patroni;

import org.jspecify.annotations.NullMarked;
