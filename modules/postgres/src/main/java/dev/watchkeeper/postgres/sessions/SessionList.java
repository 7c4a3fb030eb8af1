package dev.watchkeeper.postgres.sessions;

import java.util.List;

/** All that the sessions pane shows of one moment. Every process of the server is in it, background ones too. */
public record SessionList(List<Session> sessions, Vitals vitals) {
    public SessionList {
        sessions = List.copyOf(sessions);
    }

    /** Connections that count against {@code max_connections}. */
    public long clients() {
        return sessions.stream().filter(Session::isClient).count();
    }
}
