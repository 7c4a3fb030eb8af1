package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends sessions ({@code pg_terminate_backend}): their transactions are rolled back, their locks let go. */
public final class TerminateSessions extends SignalAction {
    /**
     * @param preview what it will do, in words and numbers
     * @throws IllegalArgumentException without any session
     */
    public TerminateSessions(PostgresServer server, List<SessionId> sessions, String preview) {
        super(server, sessions, preview, Signal.TERMINATE);
    }

    @Override
    public String name() {
        return "terminate";
    }

    @Override
    boolean reached(@Nullable Whereabouts before, Optional<Whereabouts> now) {
        return now.isEmpty();
    }

    @Override
    Fault notSent(SessionId session) {
        return new Fault(FaultKind.CONFLICT, "pid " + session.pid() + " ended by itself in this moment");
    }

    @Override
    String success(int sessions) {
        return sessions == 1 ? "gone" : sessions + " sessions gone";
    }
}
