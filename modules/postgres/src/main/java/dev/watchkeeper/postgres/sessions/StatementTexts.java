package dev.watchkeeper.postgres.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements' texts that the console has already, so that each comes over the wire once: a statement is known by
 * its process and its start. For one thread.
 */
final class StatementTexts {
    /**
     * A statement's start is the moment its message came in; it shows up in the activity a little later. Texts of this
     * last span are sent again, to be sure.
     */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private record Statement(Instant start, String text) {}

    private final Map<Integer, Statement> known = new HashMap<>();
    private Instant since = Instant.EPOCH;

    /** Texts of statements that began from here on are to be sent. */
    Instant since() {
        return since;
    }

    void learn(int pid, @Nullable Instant start, String text) {
        if (start != null) {
            known.put(pid, new Statement(start, text));
        }
    }

    /** The known text; null if there should be one but isn't. Without a start there never was a statement. */
    @Nullable
    String find(int pid, @Nullable Instant start) {
        if (start == null) {
            return "";
        }
        Statement statement = known.get(pid);
        return statement == null || !statement.start().equals(start) ? null : statement.text();
    }

    /** A round is done: what it saw is known up to now; processes that are gone are forgotten. */
    void finish(Instant takenAt, Collection<Integer> alive) {
        known.keySet().retainAll(alive);
        since = takenAt.minus(MARGIN);
    }

    /** The connection is another one, and may lead to another server: nothing is known. */
    void forget() {
        known.clear();
        since = Instant.EPOCH;
    }
}
