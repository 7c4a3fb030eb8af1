package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.postgres.sessions.SessionState;
import dev.watchkeeper.postgres.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session in the forest does: one row of {@code members.sql}.
 *
 * @param leaderPid 0 unless it is a parallel worker, or leads some
 */
record Activity(
        int pid,
        int leaderPid,
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

    static Activity read(Rows rows) throws SQLException {
        return new Activity(
                rows.integer("pid"),
                rows.integer("leader_pid"),
                rows.textOrNull("usename"),
                rows.textOrNull("datname"),
                rows.text("application_name"),
                rows.textOrNull("client"),
                SessionState.of(rows.textOrNull("state")),
                rows.textOrNull("wait_event_type"),
                rows.textOrNull("wait_event"),
                rows.instantOrNull("backend_start"),
                rows.instantOrNull("xact_start"),
                rows.instantOrNull("query_start"),
                rows.instantOrNull("state_change"),
                rows.flag("wrote"),
                rows.text("query"));
    }

    /** Of a session that was gone before one could look. */
    static Activity unknown(int pid) {
        return new Activity(
                pid, 0, null, null, "", null, SessionState.NONE, null, null, null, null, null, null, false, "");
    }
}
