package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are to be ended together.
 *
 * @param longerThan in that state; for active ones, in that statement
 */
public record EndingRule(Kind kind, Duration longerThan) {
    /** What they all have in common. */
    public enum Kind {
        IDLE_IN_TRANSACTION("idle in transaction"),
        ACTIVE("active"),
        IDLE("idle");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What the runbooks do by hand: zoptal-operations.md and postgresql-operations.md name 1 hour and 5 minutes. */
    public static List<EndingRule> usual() {
        return List.of(
                new EndingRule(Kind.IDLE_IN_TRANSACTION, Duration.ofMinutes(10)),
                new EndingRule(Kind.ACTIVE, Duration.ofMinutes(5)),
                new EndingRule(Kind.IDLE, Duration.ofHours(1)));
    }

    public String label() {
        return "all " + kind.label() + " for more than " + Spans.words(longerThan);
    }

    /** Those of the list that it means, the longest first: clients only, never a walsender or a background process. */
    public List<Session> matching(List<Session> sessions, Instant now) {
        return sessions.stream()
                .filter(Session::isClient)
                .filter(session -> !session.hidden())
                .filter(session -> {
                    Duration age = age(session, now);
                    return age != null && age.compareTo(longerThan) > 0;
                })
                .sorted(Comparator.comparing(
                        (Session session) -> session.stateChange() == null ? now : session.stateChange()))
                .toList();
    }

    private @Nullable Duration age(Session session, Instant now) {
        return switch (kind) {
            case IDLE_IN_TRANSACTION -> session.state().isIdleInTransaction() ? session.stateAge(now) : null;
            case ACTIVE -> session.state() == SessionState.ACTIVE ? session.queryAge(now) : null;
            case IDLE -> session.state() == SessionState.IDLE ? session.stateAge(now) : null;
        };
    }
}
