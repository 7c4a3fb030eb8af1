/** Servers' logs as files on their host, read on as they grow. */
@NullMarked
package dev.watchkeeper.hosts.logs;

import org.jspecify.annotations.NullMarked;
