package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A closer look at one session. CONFLICT if it is gone, DENIED if the role may not look into it. */
public final class SessionDetailProbe implements Probe<SessionDetail> {
    private static final SqlFile TEXT = SqlFile.of(SessionDetailProbe.class, "detail_text");
    private static final SqlFile LOCKS = SqlFile.of(SessionDetailProbe.class, "detail_locks");
    private static final SqlFile PROGRESS = SqlFile.of(SessionDetailProbe.class, "detail_progress");

    private final PostgresServer server;
    private final SessionId session;

    public SessionDetailProbe(PostgresServer server, SessionId session) {
        this.server = server;
        this.session = session;
    }

    @Override
    public String name() {
        return "session " + session.pid();
    }

    @Override
    public Snapshot<SessionDetail> read() throws FaultException {
        session.requireSeen();
        return server.probe(this::read);
    }

    private Snapshot<SessionDetail> read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(TEXT)) {
            statement.setInt(1, session.pid());
            statement.setObject(2, session.backendStart().atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                if (!rows.next()) {
                    throw new FaultException(FaultKind.CONFLICT, "session " + session.pid() + " is gone", "");
                }
                Instant takenAt = rows.instantOrNull("taken_at");
                SessionDetail detail = new SessionDetail(rows.text("query"), locks(connected), progress(connected));
                Cost cost = rows.cost();
                return new Snapshot<>(detail, takenAt == null ? Instant.EPOCH : takenAt, connected.version(), cost);
            }
        }
    }

    private List<SessionDetail.HeldLock> locks(Connected connected) throws SQLException, FaultException {
        List<SessionDetail.HeldLock> locks = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(LOCKS)) {
            statement.setInt(1, session.pid());
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    String place = rows.textOrNull("place");
                    locks.add(new SessionDetail.HeldLock(
                            rows.text("locktype"),
                            place == null ? rows.text("name") : "row " + place + " of " + rows.text("name"),
                            rows.text("mode"),
                            rows.flag("granted"),
                            rows.instantOrNull("waitstart")));
                }
            }
        }
        return locks;
    }

    private List<SessionDetail.Progress> progress(Connected connected) throws SQLException, FaultException {
        List<SessionDetail.Progress> all = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(PROGRESS)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters; i++) {
                statement.setInt(i, session.pid());
            }
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    all.add(new SessionDetail.Progress(
                            rows.text("command"),
                            rows.text("phase"),
                            rows.number("done"),
                            rows.number("total"),
                            rows.text("unit")));
                }
            }
        }
        return all;
    }
}
