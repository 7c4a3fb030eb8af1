package dev.watchkeeper.redis.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.connect.Answered;
import dev.watchkeeper.redis.connect.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a Redis wrote into its log in the last while: reads on where it stopped, at most a few megabytes a time. */
public final class ServerLogProbe implements Probe<ServerLog> {
    private static final long BACK = 8L << 20;
    private static final long AT_ONCE = 16L << 20;

    private final RedisServer server;
    private final LogSource source;
    private final LogIntake intake = new LogIntake();
    private volatile Duration window;

    /**
     * Reads it there.
     *
     * @param source this probe's own
     * @param window how long ago what is shown may be
     */
    public ServerLogProbe(RedisServer server, LogSource source, Duration window) {
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

    private record Asked(Instant at, ServerVersion version) {}

    @Override
    public Snapshot<ServerLog> read() throws FaultException {
        LogReading reading = source.read(BACK, AT_ONCE, intake);
        Asked asked = server.probe(connected -> {
            Answered answered = connected.timed("PING");
            return new Asked(answered.at(), connected.version());
        });
        Instant from = asked.at().minus(window);
        List<LogEntry> entries = intake.since(from);
        ServerLog log = new ServerLog(reading.place(), from, intake.reachesBackTo(from), entries, LogGroup.of(entries));
        return new Snapshot<>(log, asked.at(), asked.version(), reading.cost());
    }
}
