package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import java.time.Instant;

/** What is the matter with the locks, in one sentence. */
public final class Headline {
    private Headline() {}

    /** {@code 412 sessions wait behind 3 root blockers, the longest for 4 min 12 s}. */
    public static String of(BlockingForest forest, int roots, Instant now) {
        long waiting = forest.waiting();
        if (waiting == 0) {
            return "Nothing is blocked";
        }
        return Sizes.of(waiting, "session waits", "sessions wait")
                + " behind "
                + Sizes.of(roots, "root blocker", "root blockers")
                + (waiting == 1 ? ", for " : ", the longest for ")
                + Spans.words(forest.longestWait(now));
    }
}
