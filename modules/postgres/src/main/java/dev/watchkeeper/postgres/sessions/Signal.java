package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** The two signals that a session can be sent. */
final class Signal {
    static final Signal CANCEL = new Signal("cancel");
    static final Signal TERMINATE = new Signal("terminate");

    private final SqlFile file;

    private Signal(String name) {
        this.file = SqlFile.of(Signal.class, name);
    }

    /** Exactly what is run. */
    String statement(SessionId id) {
        return file.filled(
                Integer.toString(id.pid()), Quoting.literal(id.backendStart().toString()));
    }

    /** False if there is no such session any more; for a cancel also if it runs nothing. */
    boolean send(PostgresServer server, SessionId id) throws FaultException {
        return server.act(connected -> send(connected, id));
    }

    private boolean send(Connected connected, SessionId id) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(file)) {
            statement.setInt(1, id.pid());
            statement.setObject(2, id.backendStart().atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                return rows.next() && rows.flag("signalled");
            }
        }
    }
}
