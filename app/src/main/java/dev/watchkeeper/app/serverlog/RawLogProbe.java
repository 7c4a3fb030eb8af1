package dev.watchkeeper.app.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Clock;

/** Reads on in a log whose lines are shown as they stand there. */
public final class RawLogProbe implements Probe<LogReading> {
    private static final long BACK = 8L << 20;
    private static final long AT_ONCE = 16L << 20;

    private final LogSource source;
    private final RawLog log;
    private final Clock clock;

    /**
     * Reads it there.
     *
     * @param source this probe's own
     * @param log gets what is read
     */
    public RawLogProbe(LogSource source, RawLog log, Clock clock) {
        this.source = source;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public Snapshot<LogReading> read() throws FaultException {
        LogReading reading = source.read(BACK, AT_ONCE, log);
        return new Snapshot<>(reading, clock.instant(), ServerVersion.UNKNOWN, reading.cost());
    }
}
