/** The tools that DBAs run beside PostgreSQL, as Debian packages them, on loopback: Patroni, HAProxy, PgBouncer. */
@NullMarked
package dev.watchkeeper.lab.debian;

import org.jspecify.annotations.NullMarked;
