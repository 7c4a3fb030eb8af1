package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server's log tells of the last while: reads on where it stopped, at most a few megabytes a time. UNSUPPORTED if
 * the server keeps no log that can be asked for, DENIED with the grant if the role may not read it.
 */
public final class ServerLogProbe implements Probe<ServerLog> {
    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS =
            List.of(LogStanding.STANDING, LogFiles.CURRENT, LogFiles.FILES, LogFiles.PIECE);

    private static final long BACK = 8L << 20;
    private static final long AT_ONCE = 16L << 20;

    private final PostgresServer server;
    private volatile Duration window;
    private final Optional<LogFormat> wanted;
    private @Nullable Connected asked;
    private @Nullable LogTail tail;
    private LogBook book = new LogBook();
    private String prefix = "";

    /** @param window how long ago what is shown may be */
    public ServerLogProbe(PostgresServer server, Duration window) {
        this(server, window, Optional.empty());
    }

    /** @param wanted of several formats; else the one that says most */
    ServerLogProbe(PostgresServer server, Duration window, Optional<LogFormat> wanted) {
        this.server = server;
        this.window = window;
        this.wanted = wanted;
    }

    /** From the next answer on, another one; what was read before is not read again. Any thread. */
    public void window(Duration newWindow) {
        window = newWindow;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Snapshot<ServerLog> read() throws FaultException {
        return server.probe(this::read);
    }

    private Snapshot<ServerLog> read(Connected connected) throws SQLException, FaultException {
        LogStanding standing = LogStanding.of(connected);
        standing.require();
        LogFiles files = new LogFiles(connected);
        Map<LogFormat, String> current = files.current();
        LogFormat format = wanted.filter(current::containsKey)
                .orElseGet(() -> current.keySet().iterator().next());
        LogTail reader = tail(connected, standing, format);
        String path = String.valueOf(current.get(format));
        reader.read(files, path, BACK, AT_ONCE, book);
        Instant from = standing.takenAt().minus(window);
        List<LogFinding> findings = book.since(from);
        boolean whole = !book.wasFull() && (reader.isWhole() || reachesBack(from));
        ServerLog log =
                new ServerLog(path, format, from, whole, findings, LogBook.groups(findings), standing.settings());
        Cost cost = files.cost().plus(new Cost(standing.serverMillis(), 0));
        return new Snapshot<>(log, standing.takenAt(), connected.version(), cost);
    }

    private boolean reachesBack(Instant from) {
        return book.since(Instant.EPOCH).stream()
                .findFirst()
                .map(first -> first.entry().at())
                .filter(at -> at.isBefore(from))
                .isPresent();
    }

    /** Another server has another log; with another prefix the lines mean something else. */
    private LogTail tail(Connected connected, LogStanding standing, LogFormat format) {
        LogTail known = tail;
        boolean other = asked != null && !asked.host().equals(connected.host());
        if (known != null && !other && known.format() == format && prefix.equals(standing.prefix())) {
            return known;
        }
        LogTime time = LogTime.of(standing.zone());
        LogParser parser = switch (format) {
            case JSON -> new JsonLog(time);
            case CSV -> new CsvLog(time);
            case STDERR -> new StderrLog(time, LinePrefix.of(standing.prefix()));
        };
        known = new LogTail(format, parser);
        book = new LogBook();
        tail = known;
        asked = connected;
        prefix = standing.prefix();
        return known;
    }
}
