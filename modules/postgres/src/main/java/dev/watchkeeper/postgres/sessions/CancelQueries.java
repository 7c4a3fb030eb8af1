package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cancels the statements that sessions run ({@code pg_cancel_backend}); the sessions stay. */
public final class CancelQueries extends SignalAction {
    /**
     * @param preview what it will do, in words and numbers
     * @throws IllegalArgumentException without any session
     */
    public CancelQueries(PostgresServer server, List<SessionId> sessions, String preview) {
        super(server, sessions, preview, Signal.CANCEL);
    }

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    boolean reached(@Nullable Whereabouts before, Optional<Whereabouts> now) {
        return now.isEmpty()
                || now.get().state() != SessionState.ACTIVE
                || (before != null
                        && !Objects.equals(before.queryStart(), now.get().queryStart()));
    }

    @Override
    Fault notSent(SessionId session) {
        return new Fault(
                FaultKind.CONFLICT,
                "pid " + session.pid() + " runs no statement that could be cancelled",
                "Terminate the session instead if its transaction is in the way");
    }

    @Override
    String success(int sessions) {
        return sessions == 1 ? "statement cancelled" : sessions + " statements cancelled";
    }
}
