package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server's log tells of the last while: reads on where it stopped, at most a few megabytes a time. How it is
 * written the server is asked, wherever it is read. UNSUPPORTED if there is no log that can be read, DENIED with the grant
 * if the role may not read it.
 */
public final class ServerLogProbe implements Probe<ServerLog> {
    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS =
            List.of(LogStanding.STANDING, LogFiles.CURRENT, LogFiles.FILES, LogFiles.PIECE);

    private static final long BACK = 8L << 20;
    private static final long AT_ONCE = 16L << 20;

    private final PostgresServer server;
    private final LogSource source;
    private final LogIntake intake = new LogIntake();
    private Optional<LogIntake.Manner> manner = Optional.empty();
    private volatile Duration window;

    /**
     * As the server itself hands it out.
     *
     * @param window how long ago what is shown may be
     */
    public ServerLogProbe(PostgresServer server, Duration window) {
        this(server, new SqlLog(server), window);
    }

    /** @param source where the log is read; this probe's own */
    public ServerLogProbe(PostgresServer server, LogSource source, Duration window) {
        this.server = server;
        this.source = source;
        this.window = window;
    }

    /** From the next answer on, another one; what was read before is not read again. Any thread. */
    public void window(Duration newWindow) {
        window = newWindow;
    }

    @Override
    public String name() {
        return "log";
    }

    private record Asked(LogStanding standing, ServerVersion version) {}

    @Override
    public Snapshot<ServerLog> read() throws FaultException {
        Asked asked = server.probe(connected -> new Asked(LogStanding.of(connected), connected.version()));
        LogStanding standing = asked.standing();
        LogIntake.Manner now = new LogIntake.Manner(standing.prefix(), standing.zone());
        if (!manner.equals(Optional.of(now))) {
            manner = Optional.of(now);
            intake.manner(now);
            source.restart();
        }
        LogReading reading = source.read(BACK, AT_ONCE, intake);
        if (reading.complete()) {
            intake.rest();
        }
        Cost cost = reading.cost().plus(new Cost(standing.serverMillis(), 0));
        return new Snapshot<>(log(standing, reading), standing.takenAt(), asked.version(), cost);
    }

    private ServerLog log(LogStanding standing, LogReading reading) {
        Instant from = standing.takenAt().minus(window);
        List<LogFinding> findings = intake.book().since(from);
        boolean whole = !intake.book().wasFull() && (intake.isWhole() || reachesBack(from));
        return new ServerLog(
                reading.place(),
                reading.notThere(),
                from,
                whole,
                findings,
                LogBook.groups(findings),
                standing.settings());
    }

    private boolean reachesBack(Instant from) {
        return intake.book().since(Instant.EPOCH).stream()
                .findFirst()
                .map(first -> first.entry().at())
                .filter(at -> at.isBefore(from))
                .isPresent();
    }
}
