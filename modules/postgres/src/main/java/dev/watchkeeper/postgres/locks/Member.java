package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.postgres.sessions.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the forest: it waits, or others wait for it, or both.
 *
 * @param awaits what it waits for; null if it runs
 * @param holds contended locks that it holds
 * @param backendStart null for a prepared transaction, or if the session was gone before one could look
 * @param xactStart for a prepared transaction: when it was prepared
 */
public record Member(
        Party party,
        @Nullable Wait awaits,
        List<Held> holds,
        @Nullable String user,
        @Nullable String database,
        String application,
        @Nullable String client,
        SessionState state,
        @Nullable String waitEventType,
        @Nullable String waitEvent,
        @Nullable Instant backendStart,
        @Nullable Instant xactStart,
        @Nullable Instant queryStart,
        @Nullable Instant stateChange,
        boolean wrote,
        String query) {

    public Member {
        holds = List.copyOf(holds);
    }

    /** A lock that is held and wanted by somebody else. */
    public record Held(Lockable what, LockMode mode) {}

    public boolean isWaiting() {
        return awaits != null;
    }

    /** In its transaction for so long; zero if that is not known. */
    public Duration xactAge(Instant now) {
        return xactStart == null || xactStart.isAfter(now) ? Duration.ZERO : Duration.between(xactStart, now);
    }
}
