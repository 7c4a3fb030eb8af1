package dev.watchkeeper.postgres.pulse;

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
import java.util.LinkedHashMap;
import java.util.Map;

/** How large each database is, in bytes. The server looks at every file of them: to be asked every few minutes. */
public final class SizesProbe implements Probe<Map<String, Long>> {
    private static final SqlFile SIZES = SqlFile.of(SizesProbe.class, "sizes");

    private final PostgresServer server;

    public SizesProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public Snapshot<Map<String, Long>> read() throws FaultException {
        return server.probe(SizesProbe::read);
    }

    private static Snapshot<Map<String, Long>> read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(SIZES);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            Map<String, Long> sizes = new LinkedHashMap<>();
            Instant takenAt = Instant.EPOCH;
            while (rows.next()) {
                Long bytes = rows.numberOrNull("bytes");
                Instant at = rows.instantOrNull("taken_at");
                takenAt = at == null ? takenAt : at;
                if (bytes != null) {
                    sizes.put(rows.text("database"), bytes);
                }
            }
            return new Snapshot<>(sizes, takenAt, connected.version(), rows.cost());
        }
    }
}
