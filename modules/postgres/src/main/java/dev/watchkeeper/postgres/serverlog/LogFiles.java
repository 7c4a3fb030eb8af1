package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log's files, over one connection; adds up what reading them cost. For one thread, for one tick. */
final class LogFiles {
    static final SqlFile CURRENT = SqlFile.of(LogFiles.class, "log_current");
    static final SqlFile FILES = SqlFile.of(LogFiles.class, "log_files");
    static final SqlFile PIECE = SqlFile.of(LogFiles.class, "log_piece");

    /** A file by its path, as the server takes it. */
    record LogFile(String path, long size) {}

    private final Connected connected;
    private Cost cost = Cost.NONE;

    LogFiles(Connected connected) {
        this.connected = connected;
    }

    Cost cost() {
        return cost;
    }

    /** Where the server writes now, in each format that it writes. */
    Map<LogFormat, String> current() throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(CURRENT);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Map<LogFormat, String> paths = new EnumMap<>(LogFormat.class);
            put(paths, LogFormat.JSON, rows.textOrNull("json"));
            put(paths, LogFormat.CSV, rows.textOrNull("csv"));
            put(paths, LogFormat.STDERR, rows.textOrNull("stderr"));
            if (paths.isEmpty()) {
                throw new FaultException(
                        FaultKind.UNSUPPORTED,
                        "the server writes no log file",
                        "As a superuser: ALTER SYSTEM SET log_destination = 'stderr'; SELECT pg_reload_conf();");
            }
            return paths;
        }
    }

    private static void put(Map<LogFormat, String> paths, LogFormat format, @Nullable String path) {
        if (path != null) {
            paths.put(format, path);
        }
    }

    /** All of one format beside that one, the oldest first. */
    List<LogFile> beside(String path, LogFormat format) throws SQLException, FaultException {
        String folder = path.substring(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        List<LogFile> files = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(FILES);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                String name = rows.text("name");
                long size = rows.number("size");
                if (format.suits(name)) {
                    files.add(new LogFile(folder + name, size));
                }
            }
            cost = cost.plus(rows.cost());
        }
        return files;
    }

    /** At most so many bytes from there on; none if the file is gone or ends there. */
    byte[] piece(String path, long offset, int length) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(PIECE)) {
            statement.setString(1, path);
            statement.setLong(2, offset);
            statement.setLong(3, length);
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                rows.next();
                byte[] piece = rows.bytes("piece");
                cost = cost.plus(rows.cost());
                return piece;
            }
        }
    }
}
