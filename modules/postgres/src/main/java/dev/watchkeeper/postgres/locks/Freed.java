package dev.watchkeeper.postgres.locks;

import java.util.Set;

/**
 * What ending one party would do.
 *
 * @param atOnce get their lock in the same moment
 * @param inTurn run again as those before them are done; holds {@code atOnce} too
 * @param stillWaiting are held back by it, but would go on waiting for somebody else
 */
public record Freed(Set<Party> atOnce, Set<Party> inTurn, Set<Party> stillWaiting) {
    public Freed {
        atOnce = Set.copyOf(atOnce);
        inTurn = Set.copyOf(inTurn);
        stillWaiting = Set.copyOf(stillWaiting);
    }
}
