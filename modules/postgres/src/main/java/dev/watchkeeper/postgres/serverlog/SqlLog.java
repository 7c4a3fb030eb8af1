package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSink;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The log as the server itself hands it out: it must write it by itself ({@code logging_collector}), and the role must be
 * allowed to read it. For one thread.
 */
public final class SqlLog implements LogSource {
    private static final int PIECE = 1 << 20;

    private final PostgresServer server;
    private final Optional<LogFormat> wanted;
    private String host = "";
    private Optional<LogFormat> format = Optional.empty();
    private String path = "";
    private long offset;

    /** The format that says most. */
    public SqlLog(PostgresServer server) {
        this(server, Optional.empty());
    }

    /** @param wanted of several formats; else the one that says most */
    SqlLog(PostgresServer server, Optional<LogFormat> wanted) {
        this.server = server;
        this.wanted = wanted;
    }

    @Override
    public void restart() {
        path = "";
    }

    @Override
    public LogReading read(long back, long most, LogSink into) throws FaultException {
        return server.probe(connected -> read(connected, back, most, into));
    }

    private LogReading read(Connected connected, long back, long most, LogSink into)
            throws SQLException, FaultException {
        LogStanding standing = LogStanding.of(connected);
        standing.require();
        LogFiles files = new LogFiles(connected);
        Map<LogFormat, String> current = files.current();
        LogFormat written = wanted.filter(current::containsKey)
                .orElseGet(() -> current.keySet().iterator().next());
        String now = String.valueOf(current.get(written));
        LogPlace place = new LogPlace(Optional.empty(), now, written.word(), "");
        List<LogFiles.LogFile> all = files.beside(now, written);
        // another server has another log
        boolean same = host.equals(connected.host().toString()) && format.equals(Optional.of(written));
        if (path.isEmpty() || !same) {
            begin(all, now, back);
            into.begin(place, offset == 0);
        }
        host = connected.host().toString();
        format = Optional.of(written);
        boolean complete = goOn(files, all, now, most, into);
        Cost cost = files.cost().plus(new Cost(standing.serverMillis(), 0));
        return new LogReading(place, complete, Optional.empty(), cost);
    }

    /** As far back as is wanted: in the file before, if the current one is young. */
    private void begin(List<LogFiles.LogFile> all, String current, long back) {
        path = current;
        offset = 0;
        long wantedBytes = back;
        for (int i = place(all, current); i >= 0; i--) {
            path = all.get(i).path();
            offset = Math.max(0, all.get(i).size() - wantedBytes);
            wantedBytes -= all.get(i).size();
            if (wantedBytes <= 0) {
                break;
            }
        }
    }

    private boolean goOn(LogFiles files, List<LogFiles.LogFile> all, String current, long most, LogSink into)
            throws SQLException, FaultException {
        long budget = most;
        int place = place(all, path);
        if (place >= 0 && all.get(place).size() < offset) {
            offset = 0; // it was emptied, and begun again
        }
        while (budget > 0) {
            budget -= toTheEnd(files, budget, into);
            String next = path.equals(current) || budget <= 0 ? "" : next(all, current);
            if (next.isEmpty()) {
                break;
            }
            path = next;
            offset = 0;
        }
        return budget > 0;
    }

    private long toTheEnd(LogFiles files, long budget, LogSink into) throws SQLException, FaultException {
        long read = 0;
        while (read < budget) {
            byte[] piece = files.piece(path, offset, PIECE);
            if (piece.length == 0) {
                break;
            }
            offset += piece.length;
            read += piece.length;
            into.take(piece);
            if (piece.length < PIECE) {
                break;
            }
        }
        return read;
    }

    /** The file that the server went on to; the current one if that can't be told. */
    private String next(List<LogFiles.LogFile> all, String current) {
        int place = place(all, path);
        return place >= 0 && place + 1 < all.size() ? all.get(place + 1).path() : current;
    }

    private static int place(List<LogFiles.LogFile> all, String path) {
        for (int i = 0; i < all.size(); i++) {
            if (Objects.equals(all.get(i).path(), path)) {
                return i;
            }
        }
        return -1;
    }
}
