/** Who is connected, what they do, and how to make them stop. */
@NullMarked
package dev.watchkeeper.postgres.sessions;

import org.jspecify.annotations.NullMarked;
