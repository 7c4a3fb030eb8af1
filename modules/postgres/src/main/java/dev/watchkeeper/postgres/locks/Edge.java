package dev.watchkeeper.postgres.locks;

import org.jspecify.annotations.Nullable;

/**
 * One waits for another.
 *
 * @param soft the blocker doesn't hold the lock but stands earlier in its queue, wanting a mode that conflicts
 * @param held the mode in which the blocker holds it; for a soft edge the mode that it wants; null if it had let go of
 *     it again when the snapshot was made, or was not to be seen in it
 */
public record Edge(
        Party waiter, Party blocker, boolean soft, @Nullable LockMode held) {}
