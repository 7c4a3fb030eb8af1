/** HAProxy before PostgreSQL, as its statistics show it. */
@NullMarked
package dev.watchkeeper.postgres.haproxy;

import org.jspecify.annotations.NullMarked;
