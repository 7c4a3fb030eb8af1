package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A transaction that was prepared for two-phase commit and not ended yet.
 *
 * @param inThisDatabase whether the console's connection leads to the database where it was prepared
 */
public record PreparedTransaction(
        String gid, Instant preparedAt, String owner, String database, boolean inThisDatabase) {
    private static final SqlFile FIND = SqlFile.of(PreparedTransaction.class, "prepared_exists");

    /** By its name; empty if there is none. */
    public static Optional<PreparedTransaction> find(PostgresServer server, String gid) throws FaultException {
        return server.look(connected -> find(connected, gid));
    }

    private static Optional<PreparedTransaction> find(Connected connected, String gid)
            throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(FIND)) {
            statement.setString(1, gid);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(new PreparedTransaction(
                        rows.text("gid"),
                        Objects.requireNonNull(rows.instantOrNull("prepared")),
                        rows.text("owner"),
                        rows.text("database"),
                        rows.flag("here")));
            }
        }
    }
}
