package dev.watchkeeper.postgres.place;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where a server keeps its files on its host.
 *
 * @param data the data directory; empty if this role may not know it (pg_read_all_settings)
 * @param log the folder of its logs
 * @param backend the process that answered, which may be gone in the next moment
 */
public record ServerPlace(Optional<String> data, Optional<String> log, int backend, ServerVersion version, Cost cost) {
    private static final SqlFile PLACE = SqlFile.of(ServerPlace.class, "place");

    /** Asks a server. */
    public static ServerPlace of(PostgresServer server) throws FaultException {
        return server.probe(ServerPlace::read);
    }

    /** Its folders by what is in them. */
    public SequencedMap<String, String> folders() {
        SequencedMap<String, String> folders = new LinkedHashMap<>();
        data.ifPresent(folder -> {
            folders.put("data", folder);
            folders.put("WAL", folder + "/pg_wal");
        });
        log.ifPresent(folder -> folders.put("log", folder));
        return folders;
    }

    private static ServerPlace read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(PLACE);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Optional<String> data = Optional.ofNullable(rows.textOrNull("data_directory"));
            Optional<String> log =
                    Optional.ofNullable(rows.textOrNull("log_directory")).flatMap(folder -> absolute(folder, data));
            return new ServerPlace(data, log, rows.integer("pid"), connected.version(), rows.cost());
        }
    }

    /** Below the data directory, if it does not begin with a slash. */
    private static Optional<String> absolute(String folder, Optional<String> data) {
        return folder.startsWith("/") ? Optional.of(folder) : data.map(below -> below + "/" + folder);
    }
}
