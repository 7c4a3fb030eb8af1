package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The single statements of a switchover by hand, as they are run and as they are shown. */
final class Deeds {
    /** Within the time that an action's statement has. */
    static final Duration PROMOTION = Duration.ofSeconds(25);

    private static final SqlFile FENCE = SqlFile.of(Deeds.class, "fence");
    private static final SqlFile UNFENCE = SqlFile.of(Deeds.class, "unfence");
    private static final SqlFile RELOAD = SqlFile.of(Deeds.class, "reload");
    private static final SqlFile END_CLIENTS = SqlFile.of(Deeds.class, "end_clients");
    private static final SqlFile BARRIER = SqlFile.of(Deeds.class, "barrier");
    private static final SqlFile PROMOTE = SqlFile.of(Deeds.class, "promote");

    private Deeds() {}

    static String fence() {
        return FENCE.filled().replace(":value", "on") + ";\n" + RELOAD.filled();
    }

    static void fence(PostgresServer primary) throws FaultException {
        alter(primary, FENCE);
    }

    static String unfence() {
        return UNFENCE.filled() + ";\n" + RELOAD.filled();
    }

    static void unfence(PostgresServer primary) throws FaultException {
        alter(primary, UNFENCE);
    }

    static String endClients() {
        return END_CLIENTS.filled("now()");
    }

    /** Asks those to end that began before that moment; tells how many there still were. */
    static long endClients(PostgresServer primary, Instant before) throws FaultException {
        return primary.act(connected -> {
            try (PreparedStatement statement = connected.prepare(END_CLIENTS)) {
                statement.setObject(1, before.atOffset(ZoneOffset.UTC));
                return number(statement, "ended");
            }
        });
    }

    /** Flushes all that was written. */
    static void barrier(PostgresServer primary) throws FaultException {
        primary.act(connected -> {
            try (PreparedStatement statement = connected.prepare(BARRIER)) {
                return statement.execute();
            }
        });
    }

    static String promote(String system) {
        return PROMOTE.filled(Long.toString(PROMOTION.toSeconds()), Quoting.literal(system));
    }

    /** Whether it is the primary now; false also if it is no standby of that cluster. */
    static boolean promote(PostgresServer standby, String system) throws FaultException {
        return standby.act(connected -> {
            try (PreparedStatement statement = connected.prepare(PROMOTE)) {
                statement.setInt(1, (int) PROMOTION.toSeconds());
                statement.setString(2, system);
                try (ResultSet result = statement.executeQuery()) {
                    Rows rows = new Rows(result);
                    return rows.next() && rows.flag("promoted");
                }
            }
        });
    }

    private static void alter(PostgresServer server, SqlFile setting) throws FaultException {
        server.act(connected -> {
            execute(connected, setting.text(connected.version()).replace(":value", "on"));
            execute(connected, RELOAD.text(connected.version()));
            return true;
        });
    }

    private static void execute(Connected connected, String sql) throws SQLException {
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(PreparedStatement statement, String column) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            return rows.next() ? rows.number(column) : 0;
        }
    }
}
