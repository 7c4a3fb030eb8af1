package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a session is now. */
record Whereabouts(
        SessionState state, String waits, @Nullable Instant queryStart) {
    private static final SqlFile WHEREABOUTS = SqlFile.of(Whereabouts.class, "whereabouts");

    /** Empty if it is gone. */
    static Optional<Whereabouts> of(PostgresServer server, SessionId id) throws FaultException {
        return server.look(connected -> of(connected, id));
    }

    private static Optional<Whereabouts> of(Connected connected, SessionId id) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(WHEREABOUTS)) {
            statement.setInt(1, id.pid());
            statement.setObject(2, id.backendStart().atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                if (!rows.next()) {
                    return Optional.empty();
                }
                String event = rows.textOrNull("wait_event");
                return Optional.of(new Whereabouts(
                        SessionState.of(rows.textOrNull("state")),
                        event == null ? "" : rows.text("wait_event_type") + " " + event,
                        rows.instantOrNull("query_start")));
            }
        }
    }
}
