package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.jdbc.Session;
import dev.watchkeeper.history.jdbc.SqlBook;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.sql.SQLException;
import java.sql.Statement;

/** The store's tables, in the schema {@code watchkeeper}. */
final class PostgresSchema {
    private static final int VERSION = 1;
    private static final SqlBook TABLES = SqlBook.of(PostgresSchema.class, "schema.14.sql");

    private PostgresSchema() {}

    /** What there is; the owner is that of the tables, as it stands in SQL, and may be a superuser. */
    private record Found(
            boolean tables,
            boolean schema,
            String role,
            String database,
            boolean standby,
            String owner,
            boolean ownersRights,
            boolean superuser) {}

    /**
     * Makes the tables if there are none. Inside of a transaction.
     *
     * @throws FaultException DENIED with the statement that helps; UNSUPPORTED if a newer program made them
     */
    static void prepare(Session session, String place) throws SQLException, FaultException {
        Found found = found(session);
        if (!found.tables()) {
            create(session, place, found);
        } else if (!found.ownersRights()) {
            throw notTheirs(place, found);
        }
        int version = session.first("version", row -> row.getInt(1)).orElse(0);
        if (version > VERSION) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the history in " + place + " was made by a newer Watchkeeper (its version " + version
                            + ", this program knows " + VERSION + ")",
                    "Use the newer program; this history is left as it is");
        }
    }

    private static Found found(Session session) throws SQLException {
        return session.first(
                        "is_there",
                        row -> new Found(
                                row.getBoolean(1),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getString(6),
                                row.getBoolean(7),
                                row.getBoolean(8)))
                .orElseThrow(() -> new SQLException("the server says nothing of itself"));
    }

    private static void create(Session session, String place, Found found) throws SQLException, FaultException {
        if (found.standby()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "there is no history yet in " + place + ", and this server is a standby",
                    "Add target_session_attrs=primary to its address");
        }
        session.all("partition_turn", row -> row);
        // another console may have come first, while this one waited
        Found now = found(session);
        if (now.tables()) {
            return;
        }
        try (Statement statement = session.connection().createStatement()) {
            for (String name : TABLES.names()) {
                if (!(name.equals("schema") && now.schema())) {
                    statement.execute(TABLES.text(name));
                }
            }
        } catch (SQLException e) {
            if (PostgresFaults.state(e).equals("42501")) {
                throw refused(place, now);
            }
            throw e;
        }
    }

    private static FaultException notTheirs(String place, Found found) {
        String advice = found.superuser()
                ? "Its tables are those of the superuser " + found.owner() + ": enter as that role, or begin a history"
                        + " elsewhere whose owner is a role of its own"
                : "Its tables are " + found.owner()
                        + "'s, who adds a partition now and then. Let that role or a superuser" + " run: grant "
                        + found.owner() + " to " + found.role();
        return new FaultException(
                FaultKind.DENIED, "the role " + found.role() + " may not write the history in " + place, advice);
    }

    private static FaultException refused(String place, Found found) {
        String statement = found.schema()
                ? "grant create, usage on schema watchkeeper to " + found.role()
                : "create schema watchkeeper authorization " + found.role();
        return new FaultException(
                FaultKind.DENIED,
                "the role " + found.role() + " may not make a history in " + place,
                "Let an owner of the database " + found.database() + " run: " + statement);
    }
}
