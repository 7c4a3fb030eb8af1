package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends a signal to sessions, each checked for its identity, and watches what becomes of them. */
abstract sealed class SignalAction implements Action permits TerminateSessions, CancelQueries {
    /** So long an outcome is waited for; a session that rolls back much takes longer, and is said to. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final PostgresServer server;
    private final List<SessionId> sessions;
    private final String preview;
    private final Signal signal;

    SignalAction(PostgresServer server, List<SessionId> sessions, String preview, Signal signal) {
        this.server = server;
        this.sessions = List.copyOf(sessions);
        this.preview = preview;
        this.signal = signal;
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("no session was chosen");
        }
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return sessions.stream().map(signal::statement).collect(Collectors.joining(";\n"));
    }

    @Override
    public Danger danger() {
        return sessions.size() > 1 ? Danger.DANGEROUS : Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        Map<SessionId, Whereabouts> signalled = new LinkedHashMap<>();
        List<Fault> refused = new ArrayList<>();
        for (SessionId session : sessions) {
            send(session, signalled, refused);
        }
        if (signalled.isEmpty()) {
            throw new FaultException(refused.getFirst());
        }
        int sent = signalled.size();
        Map<SessionId, Whereabouts> left = waitForThem(signalled, start);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome(left.isEmpty() && refused.isEmpty(), message(sent, left, refused, took), took);
    }

    private void send(SessionId session, Map<SessionId, Whereabouts> signalled, List<Fault> refused)
            throws FaultException {
        try {
            session.requireSeen();
            Optional<Whereabouts> before = Whereabouts.of(server, session);
            if (before.isEmpty()) {
                refused.add(gone(session));
            } else if (signal.send(server, session)) {
                signalled.put(session, before.get());
            } else {
                refused.add(notSent(session));
            }
        } catch (FaultException e) {
            if (e.fault().kind() == FaultKind.UNREACHABLE) {
                throw e;
            }
            refused.add(e.fault());
        }
    }

    private static Fault gone(SessionId session) {
        return new Fault(
                FaultKind.CONFLICT,
                "there is no session with pid " + session.pid() + " that began at " + session.backendStart()
                        + " any more",
                "Nothing was done");
    }

    private Map<SessionId, Whereabouts> waitForThem(Map<SessionId, Whereabouts> signalled, long start)
            throws FaultException {
        Map<SessionId, Whereabouts> left = new LinkedHashMap<>(signalled);
        while (true) {
            for (SessionId session : List.copyOf(left.keySet())) {
                Optional<Whereabouts> now = Whereabouts.of(server, session);
                if (reached(signalled.get(session), now)) {
                    left.remove(session);
                } else {
                    left.put(session, now.orElseThrow());
                }
            }
            if (left.isEmpty() || System.nanoTime() - start > PATIENCE.toNanos()) {
                return left;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Whether what was wanted has come; never for a session that is there and unchanged. */
    abstract boolean reached(@Nullable Whereabouts before, Optional<Whereabouts> now);

    /** Why a session that is there was not sent the signal. */
    abstract Fault notSent(SessionId session);

    /** What one says when it has come for all. */
    abstract String success(int sessions);

    private String message(int sent, Map<SessionId, Whereabouts> left, List<Fault> refused, Duration took) {
        StringBuilder message = new StringBuilder();
        if (left.isEmpty()) {
            message.append(success(sent)).append(" after ").append(Spans.words(took));
        } else {
            message.append("still there after ").append(Spans.words(took)).append(": ");
            message.append(left.entrySet().stream()
                    .limit(5)
                    .map(entry -> entry.getKey().pid() + " is " + doing(entry.getValue()))
                    .collect(Collectors.joining(", ")));
            if (left.size() > 5) {
                message.append(" and ").append(left.size() - 5).append(" more");
            }
        }
        if (!refused.isEmpty()) {
            message.append("; ")
                    .append(Sizes.of(refused.size(), "session was", "sessions were"))
                    .append(" left alone: ")
                    .append(refused.getFirst().message());
        }
        return message.toString();
    }

    private static String doing(Whereabouts session) {
        String state = session.state() == SessionState.NONE
                ? "ending"
                : session.state().label();
        return session.waits().isEmpty() ? state : state + ", waiting for " + session.waits();
    }
}
