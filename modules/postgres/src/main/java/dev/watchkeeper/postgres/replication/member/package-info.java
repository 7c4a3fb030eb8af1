/** What one PostgreSQL server says of itself, of its standbys, slots and subscriptions. */
@NullMarked
package dev.watchkeeper.postgres.replication.member;

import org.jspecify.annotations.NullMarked;
