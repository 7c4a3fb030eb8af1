package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Freed;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says in numbers what ending somebody will do, for the confirmation and the audit log. */
public final class Consequences {
    private Consequences() {}

    /**
     * {@code terminates pid 4711 (app_rw, 12 min in transaction, 3 locks): 412 sessions get free}.
     *
     * @param verb {@code terminates} or {@code cancels the query of}
     * @param locks that it holds; negative if that is not known
     * @param now by the server's clock
     */
    public static String ofEnding(String verb, Session session, int locks, BlockingForest forest, Instant now) {
        List<String> about = new ArrayList<>();
        about.add(session.user() == null ? session.backendType() : session.user());
        if (!session.application().isEmpty()) {
            about.add(session.application());
        }
        Duration age = session.xactAge(now);
        about.add(age == null ? "not in a transaction" : Spans.words(age) + " in transaction");
        if (locks >= 0) {
            about.add(Sizes.of(locks, "lock", "locks"));
        }
        return verb + " pid " + session.pid() + " (" + String.join(", ", about) + "): "
                + frees(forest.freedBy(Party.session(session.pid())));
    }

    /** {@code rolls back prepared transaction tx_8812 (app_rw, prepared 31 min ago): 15 sessions get free}. */
    public static String ofRollback(String gid, String owner, Instant preparedAt, BlockingForest forest, Instant now) {
        Duration age = preparedAt.isAfter(now) ? Duration.ZERO : Duration.between(preparedAt, now);
        return "rolls back the prepared transaction " + gid + " (" + owner + ", prepared " + Spans.words(age)
                + " ago): " + frees(forest.freedBy(Party.prepared(gid)));
    }

    /** {@code 412 sessions get free, 3 go on waiting for somebody else}. */
    public static String frees(Freed freed) {
        int free = freed.inTurn().size();
        int still = freed.stillWaiting().size();
        String gets = free == 0 ? "nobody gets free by it" : Sizes.of(free, "session gets free", "sessions get free");
        return still == 0
                ? gets
                : gets + ", " + Sizes.count(still) + (still == 1 ? " goes on waiting" : " go on waiting")
                        + " for somebody else";
    }
}
