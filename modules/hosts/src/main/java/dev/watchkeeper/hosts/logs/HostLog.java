package dev.watchkeeper.hosts.logs;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSink;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.poll.Cost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A server's log as a file on its host: one script, and so one round trip a reading; one more for each file that the server
 * went on to since. Files are known by their numbers, so that renaming them (logrotate) loses nothing; one that has become
 * shorter was emptied, and is read from its beginning. While the server is away its log is still read. For one thread.
 */
public final class HostLog implements LogSource {
    private static final ShellFile BEGIN = ShellFile.beside(HostLog.class, "begin.sh");
    private static final ShellFile READ = ShellFile.beside(HostLog.class, "read.sh");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int NOT_THERE = 90;
    private static final int NOT_ALLOWED = 91;

    private final Host host;
    private final LogFinder finder;
    private Optional<SequencedMap<String, String>> clues = Optional.empty();
    private Optional<HostPiece> last = Optional.empty();

    public HostLog(Host host, LogFinder finder) {
        this.host = host;
        this.finder = finder;
    }

    @Override
    public void restart() {
        last = Optional.empty();
    }

    @Override
    public LogReading read(long back, long most, LogSink into) throws FaultException {
        String find = BEGIN.with(clues()) + finder.script().text();
        long left = most;
        long bytes = 0;
        while (true) {
            HostPiece piece = piece(find, back, left, into);
            bytes += piece.length();
            left -= piece.length();
            boolean complete = piece.isNewest() && left > 0;
            boolean stuck = piece.length() == 0 && !piece.isNewest(); // a file that shrinks while it is read: next time
            if (complete || stuck || left <= 0) {
                return new LogReading(piece.place(), complete, Optional.empty(), new Cost(0, bytes));
            }
        }
    }

    /** What was known before does while the server itself does not answer: then its log is worth most. */
    private SequencedMap<String, String> clues() throws FaultException {
        try {
            clues = Optional.of(finder.clues());
        } catch (FaultException e) {
            if (clues.isEmpty() || !e.fault().kind().mayPass()) {
                throw e;
            }
        }
        return clues.orElseThrow();
    }

    private HostPiece piece(String find, long back, long most, LogSink into) throws FaultException {
        SequencedMap<String, String> where = new LinkedHashMap<>();
        where.put("known", last.map(HostPiece::file).orElse(""));
        where.put("offset", Long.toString(last.map(HostPiece::end).orElse(0L)));
        where.put("back", Long.toString(back));
        where.put("most", Long.toString(most));
        HostPiece piece = new HostPiece(host.name(), last.isEmpty(), into);
        try {
            Ran ran = host.stream(new Script(find + READ.with(where), PATIENCE), piece::take);
            if (!ran.isFine()) {
                throw refusal(ran);
            }
        } finally {
            if (piece.isKnown()) {
                last = Optional.of(piece); // it reads on there, also after a line that broke
            }
        }
        if (!piece.isKnown()) {
            throw new FaultException(FaultKind.FAILED, host.name() + " does not answer like a host with logs", "");
        }
        return piece;
    }

    private FaultException refusal(Ran ran) {
        String said = ran.error().isEmpty() ? "its log could not be read (exit " + ran.exit() + ")" : ran.error();
        String message = "on " + host.name() + " " + said;
        return switch (ran.exit()) {
            case NOT_THERE -> new FaultException(FaultKind.UNSUPPORTED, message, finder.advice());
            case NOT_ALLOWED ->
                new FaultException(
                        FaultKind.DENIED, message, "Enter it as a user who may, or let this one read the file");
            default -> new FaultException(FaultKind.FAILED, message, "");
        };
    }
}
