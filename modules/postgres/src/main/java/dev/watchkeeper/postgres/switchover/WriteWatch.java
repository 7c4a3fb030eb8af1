package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Watches from when to when nobody took writes. The old primary and the new one are asked every 25 ms, each by a thread and
 * on a connection of its own, so that one that hangs doesn't hide what the other does. Where a question took its time, the
 * longer span is told.
 */
final class WriteWatch implements AutoCloseable {
    private static final SqlFile TAKES_WRITES = SqlFile.of(WriteWatch.class, "takes_writes");
    private static final Duration EVERY = Duration.ofMillis(25);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final long NEVER = Long.MIN_VALUE;

    private final long began = System.nanoTime();
    private final AtomicLong oldLast = new AtomicLong(NEVER);
    private final AtomicLong nextFirst = new AtomicLong(NEVER);
    private volatile boolean closed;

    /** One end of the change. */
    record End(PostgresServer server, HostPort address) {}

    /** What is done with a moment at which a server took writes. */
    @FunctionalInterface
    private interface Seen {
        void at(long asked, long answered);
    }

    private WriteWatch() {}

    /**
     * Begins to watch.
     *
     * @param old null if it is gone: then the time counts from now on
     */
    static WriteWatch begin(@Nullable End old, End next) {
        WriteWatch watch = new WriteWatch();
        if (old != null) {
            watch.follow(old, (asked, answered) -> watch.oldLast.accumulateAndGet(asked, Math::max));
        }
        watch.follow(next, (asked, answered) -> watch.nextFirst.compareAndSet(NEVER, answered));
        return watch;
    }

    /** Whether the new one was seen to take writes. */
    boolean isBack() {
        return nextFirst.get() != NEVER;
    }

    /** So long nobody took writes, in milliseconds; empty as long as the new one takes none. */
    OptionalLong awayMillis() {
        if (!isBack()) {
            return OptionalLong.empty();
        }
        long from = oldLast.get() == NEVER ? began : oldLast.get();
        return OptionalLong.of(
                Math.max(0, Duration.ofNanos(nextFirst.get() - from).toMillis()));
    }

    private void follow(End end, Seen seen) {
        Thread.ofVirtual().name("writes-" + end.address()).start(() -> {
            while (!closed) {
                try {
                    end.server().plain().through(end.address(), ANSWER, connected -> watch(connected, seen));
                } catch (FaultException notNow) {
                    LockSupport.parkNanos(EVERY.toNanos());
                }
            }
        });
    }

    private Boolean watch(Connected connected, Seen seen) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(TAKES_WRITES)) {
            while (!closed) {
                long asked = System.nanoTime();
                if (writable(statement)) {
                    seen.at(asked, System.nanoTime());
                }
                LockSupport.parkNanos(EVERY.toNanos());
            }
        }
        return true;
    }

    private static boolean writable(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            return rows.next() && rows.flag("writable");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
