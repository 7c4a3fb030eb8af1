package dev.watchkeeper.postgres.backup;

import dev.watchkeeper.kernel.fault.FaultException;
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
import java.util.List;
import java.util.Objects;

/** Asks how much there is to save. The server looks at every file for that: not for every tick. */
public final class SavedSizeProbe implements Probe<SavedSize> {
    private static final SqlFile SIZE = SqlFile.of(SavedSizeProbe.class, "size");

    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS = List.of(SIZE);

    private final PostgresServer server;

    public SavedSizeProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "saved-size";
    }

    @Override
    public Snapshot<SavedSize> read() throws FaultException {
        return server.probe(SavedSizeProbe::read);
    }

    private static Snapshot<SavedSize> read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(SIZE);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Instant takenAt = Objects.requireNonNull(rows.instantOrNull("taken_at"));
            SavedSize size = new SavedSize(
                    rows.text("version"),
                    rows.integer("major"),
                    rows.number("database_bytes"),
                    rows.number("cluster_bytes"),
                    rows.integer("tablespaces"));
            return new Snapshot<>(size, takenAt, connected.version(), rows.cost());
        }
    }
}
