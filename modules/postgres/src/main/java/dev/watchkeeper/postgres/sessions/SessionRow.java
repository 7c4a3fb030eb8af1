package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.postgres.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Makes sessions out of rows of {@code sessions.sql}. */
final class SessionRow {
    private SessionRow() {}

    /** The session; its text is the one that the row brought, else empty. */
    static Session read(Rows rows) throws SQLException {
        Instant backendStart = rows.instantOrNull("backend_start");
        List<Integer> blockedBy = rows.pidsOrNull("blocked_by");
        String backendType = rows.text("backend_type");
        // a session that the role may not look into has neither type nor start
        boolean hidden = backendType.isEmpty() && backendStart == null;
        return new Session(
                rows.integer("pid"),
                rows.integer("leader_pid"),
                hidden ? "client backend" : backendType,
                rows.textOrNull("datname"),
                rows.textOrNull("usename"),
                rows.text("application_name"),
                rows.textOrNull("client"),
                rows.textOrNull("tls"),
                backendStart == null ? Instant.EPOCH : backendStart,
                rows.instantOrNull("xact_start"),
                rows.instantOrNull("query_start"),
                rows.instantOrNull("state_change"),
                SessionState.of(rows.textOrNull("state")),
                rows.textOrNull("wait_event_type"),
                rows.textOrNull("wait_event"),
                rows.textOrNull("backend_xid"),
                rows.number("xid_age"),
                rows.number("xmin_age"),
                rows.numberOrNull("query_id"),
                rows.text("query"),
                blockedBy == null ? List.of() : blockedBy,
                hidden);
    }
}
