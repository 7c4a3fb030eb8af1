package dev.watchkeeper.history.sqlite;

import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.jdbc.SqlBook;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.sql.SQLException;
import java.util.List;

/** The file's tables. */
final class SqliteSchema {
    /** Stands in every history's head, so that no other program's file is taken for one: WKH1. */
    private static final int APPLICATION = 0x574B4831;

    private static final int VERSION = 1;
    private static final SqlBook TABLES = SqlBook.of(SqliteSchema.class, "schema.sql");

    private SqliteSchema() {}

    /**
     * Makes the tables if there are none.
     *
     * @throws FaultException UNSUPPORTED if a newer program wrote it; BAD_INPUT if it is no history
     */
    static void prepare(Session session, String place, Welcome welcome) throws SQLException, FaultException {
        if (number(session, "tables") == 0) {
            if (welcome == Welcome.EXISTING) {
                throw new FaultException(SqliteFaults.noHistory(place));
            }
            create(session);
        }
        if (number(session, "application") != APPLICATION) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    place + " is a database of something else, not a history",
                    "Name another file under history: in connections.yaml");
        }
        int version = number(session, "version");
        if (version > VERSION) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the history " + place + " was written by a newer Watchkeeper (its version " + version
                            + ", this program knows " + VERSION + ")",
                    "Use the newer program, or name another file under history: in connections.yaml; this one is left"
                            + " as it is");
        }
    }

    private static void create(Session session) throws SQLException {
        for (String pragma : List.of("pages", "vacuum", "journal")) {
            SqliteConnector.execute(session, pragma);
        }
        SqliteConnector.transaction(session, "begin_write", () -> {
            // another console may have come first, while this one waited
            if (number(session, "tables") == 0) {
                for (String table : TABLES.names()) {
                    SqliteConnector.execute(session.connection(), TABLES.text(table));
                }
                SqliteConnector.execute(session, "mark_application");
                SqliteConnector.execute(session, "mark_version");
            }
            return session;
        });
    }

    private static int number(Session session, String what) throws SQLException {
        return session.first(what, row -> row.getInt(1)).orElse(0);
    }
}
