package dev.watchkeeper.postgres.sessions;

import dev.watchkeeper.kernel.fault.FaultException;
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
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Who is connected, and the server's vitals. The console's own probe is left out. */
public final class SessionsProbe implements Probe<SessionList> {
    private static final SqlFile SESSIONS = SqlFile.of(SessionsProbe.class, "sessions");
    private static final SqlFile TEXTS = SqlFile.of(SessionsProbe.class, "texts");
    private static final SqlFile VITALS = SqlFile.of(SessionsProbe.class, "vitals");

    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS = List.of(SESSIONS, TEXTS, VITALS);

    private final PostgresServer server;
    private final StatementTexts texts = new StatementTexts();
    private @Nullable Connected asked;

    public SessionsProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Snapshot<SessionList> read() throws FaultException {
        return server.probe(this::read);
    }

    private Snapshot<SessionList> read(Connected connected) throws SQLException, FaultException {
        if (!connected.equals(asked)) {
            texts.forget();
            asked = connected;
        }
        List<Session> sessions = new ArrayList<>();
        Cost cost = fetch(connected, sessions);
        cost = cost.plus(fillIn(connected, sessions));
        try (PreparedStatement statement = connected.prepare(VITALS);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Vitals vitals = vitals(rows);
            Instant takenAt = vitals.counters().at();
            texts.finish(takenAt, sessions.stream().map(Session::pid).toList());
            return new Snapshot<>(
                    new SessionList(sessions, vitals), takenAt, connected.version(), cost.plus(rows.cost()));
        }
    }

    private Cost fetch(Connected connected, List<Session> into) throws SQLException, FaultException {
        int own = connected.jdbc().unwrap(PGConnection.class).getBackendPID();
        try (PreparedStatement statement = connected.prepare(SESSIONS)) {
            statement.setObject(1, texts.since().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    Session session = SessionRow.read(rows);
                    if (rows.flag("has_text")) {
                        texts.learn(session.pid(), session.queryStart(), session.query());
                    }
                    if (session.pid() != own) {
                        into.add(session);
                    }
                }
                return rows.cost();
            }
        }
    }

    /** Gives each session its text: from memory, or, if one is missing there, from the server. */
    private Cost fillIn(Connected connected, List<Session> sessions) throws SQLException, FaultException {
        Integer[] missing = sessions.stream()
                .filter(session -> texts.find(session.pid(), session.queryStart()) == null)
                .map(Session::pid)
                .toArray(Integer[]::new);
        Cost cost = missing.length == 0 ? Cost.NONE : learn(connected, missing);
        sessions.replaceAll(session -> {
            String text = texts.find(session.pid(), session.queryStart());
            return text == null || text.equals(session.query()) ? session : session.withQuery(text);
        });
        return cost;
    }

    private Cost learn(Connected connected, Integer[] pids) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(TEXTS)) {
            statement.setArray(1, connected.jdbc().createArrayOf("int4", pids));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    texts.learn(rows.integer("pid"), rows.instantOrNull("query_start"), rows.text("query"));
                }
                return rows.cost();
            }
        }
    }

    private static Vitals vitals(Rows rows) throws SQLException {
        Instant at = rows.instantOrNull("taken_at");
        return new Vitals(
                rows.integer("max_connections"),
                rows.integer("reserved"),
                rows.text("role"),
                rows.flag("sees_all"),
                rows.flag("signals"),
                rows.flag("standby"),
                new Vitals.Counters(
                        at == null ? Instant.EPOCH : at,
                        rows.number("commits"),
                        rows.number("rollbacks"),
                        rows.number("blocks_hit"),
                        rows.number("blocks_read")));
    }
}
