/** Who waits for whom, exactly. */
@NullMarked
package dev.watchkeeper.postgres.locks;

import org.jspecify.annotations.NullMarked;
