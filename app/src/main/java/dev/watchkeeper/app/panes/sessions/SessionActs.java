package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.CancelQueries;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionId;
import dev.watchkeeper.postgres.sessions.SessionList;
import dev.watchkeeper.postgres.sessions.TerminateSessions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to sessions from here. */
final class SessionActs {
    private final PaneContext context;
    private final Runnable afterwards;

    /**
     * @param afterwards called when something was done: time to look again
     */
    SessionActs(PaneContext context, Runnable afterwards) {
        this.context = context;
        this.afterwards = afterwards;
    }

    /** Cancels what they run; nothing if nobody was chosen. */
    void cancel(List<Session> sessions, Snapshot<SessionList> seen) {
        if (!sessions.isEmpty()) {
            context.act(
                    new CancelQueries(
                            context.postgres(), ids(sessions), preview("cancels the query of", sessions, seen)),
                    outcome -> afterwards.run());
        }
    }

    /** Ends them; nothing if nobody was chosen. */
    void terminate(List<Session> sessions, Snapshot<SessionList> seen) {
        if (!sessions.isEmpty()) {
            context.act(
                    new TerminateSessions(context.postgres(), ids(sessions), preview("terminates", sessions, seen)),
                    outcome -> afterwards.run());
        }
    }

    private static String preview(String verb, List<Session> sessions, Snapshot<SessionList> seen) {
        Set<Integer> pids = sessions.stream().map(Session::pid).collect(Collectors.toSet());
        return Ending.of(seen.value().sessions(), pids).preview(verb, sessions, seen.takenAt());
    }

    private static List<SessionId> ids(List<Session> sessions) {
        return sessions.stream().map(Session::id).toList();
    }
}
