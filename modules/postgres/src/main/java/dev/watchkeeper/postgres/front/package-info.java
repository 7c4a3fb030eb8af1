/** What stands before a cluster, pools and proxies: where they send clients, and where a write really lands. */
@NullMarked
package dev.watchkeeper.postgres.front;

import org.jspecify.annotations.NullMarked;
