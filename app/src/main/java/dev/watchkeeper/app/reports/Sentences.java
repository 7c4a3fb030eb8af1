package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is the matter, in one sentence. */
public final class Sentences {
    private Sentences() {}

    /** {@code 486 of 500 connections; 412 wait for a lock; oldest transaction 38 min}. */
    public static String of(Snapshot<SessionList> snapshot) {
        SessionList list = snapshot.value();
        long waiting = list.sessions().stream()
                .filter(session -> "Lock".equals(session.waitEventType()) && !session.isParallelWorker())
                .count();
        Duration oldest = list.sessions().stream()
                .filter(Session::isClient)
                .map(session -> session.xactAge(snapshot.takenAt()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        long hidden = list.sessions().stream().filter(Session::hidden).count();
        return Sizes.count(list.clients()) + " of "
                + Sizes.of(list.vitals().maxConnections(), "connection", "connections")
                + (hidden > 0 ? "; what " + Sizes.count(hidden) + " of them do is not to be seen" : "")
                + waiting(waiting, hidden > 0)
                + oldest(oldest, hidden > 0);
    }

    /** What was not seen is not said not to be. */
    private static String waiting(long waiting, boolean some) {
        if (waiting == 0) {
            return some ? "" : "; nobody waits for a lock";
        }
        return "; " + (some ? "at least " : "") + waits(waiting) + " for a lock";
    }

    private static String oldest(@Nullable Duration oldest, boolean some) {
        if (oldest == null) {
            return some ? "" : "; no open transaction";
        }
        return (some ? "; oldest transaction seen " : "; oldest transaction ") + Spans.words(oldest);
    }

    /** {@code 412 sessions wait behind 3 root blockers, the longest for 4 min 12 s}. */
    public static String ofForest(Snapshot<BlockingForest> snapshot) {
        BlockingForest forest = snapshot.value();
        long waiting = forest.waiting();
        if (waiting == 0) {
            return "nothing is blocked";
        }
        int roots = forest.roots(snapshot.takenAt()).size();
        return Sizes.of(waiting, "session waits", "sessions wait")
                + " behind " + Sizes.of(roots, "root blocker", "root blockers")
                + ", the longest for " + Spans.words(forest.longestWait(snapshot.takenAt()));
    }

    /** The same as a sentence of its own, beginning with a capital. */
    public static String alone(String sentence) {
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String waits(long count) {
        return Sizes.count(count) + (count == 1 ? " waits" : " wait");
    }
}
