/** What the members of a cluster said, put together into one picture with what is wrong in it. */
@NullMarked
package dev.watchkeeper.postgres.replication.drawing;

import org.jspecify.annotations.NullMarked;
