package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.postgres.sql.Rows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        String database = rows.textOrNull("datname");
        String user = rows.textOrNull("usename");
        return new Session(
                rows.integer("pid"),
                rows.integer("leader_pid"),
                hidden ? typeOfHidden(database, user) : backendType,
                database,
                user,
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

    /** Only clients have both; of the others one of the two is told, or neither. */
    private static String typeOfHidden(@Nullable String database, @Nullable String user) {
        return database != null && user != null ? "client backend" : "background process";
    }
}
