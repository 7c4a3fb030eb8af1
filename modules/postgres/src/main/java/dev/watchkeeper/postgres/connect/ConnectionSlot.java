package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Room for one connection, used by one thread at a time, opened when it is needed and opened anew when it broke or grew
 * old. A pool would be of size one here, two for each target, with threads of its own for each.
 */
final class ConnectionSlot implements AutoCloseable {
    /** Setting a socket's timeout needs no thread of its own. */
    private static final Executor DIRECT = Runnable::run;

    private final Target target;
    private final Dialer dialer;
    private final SessionSettings settings;
    private final ReentrantLock permit = new ReentrantLock(true);
    private volatile @Nullable Connected open;
    private @Nullable Thread idleWatch;
    private long openedAt;
    private volatile long usedAt;
    private volatile boolean closed;

    ConnectionSlot(Target target, Dialer dialer, SessionSettings settings) {
        this.target = target;
        this.dialer = dialer;
        this.settings = settings;
    }

    /**
     * Runs the work on the connection. If a connection that was kept turns out to be dead, tries once more with a new
     * one, so that a server that was restarted between two questions is not even noticed.
     */
    <T> T with(SlotTimeouts timeouts, ConnectionWork<T> work) throws FaultException {
        permit.lock();
        try {
            boolean kept = reusable();
            try {
                return use(timeouts, work);
            } catch (FaultException e) {
                if (!kept || e.fault().kind() != FaultKind.UNREACHABLE || !timeouts.mayRepeat()) {
                    throw e;
                }
                return use(timeouts, work);
            }
        } finally {
            permit.unlock();
        }
    }

    private <T> T use(SlotTimeouts timeouts, ConnectionWork<T> work) throws FaultException {
        Connected connected = connection(timeouts);
        try {
            connected.jdbc().setNetworkTimeout(DIRECT, (int) timeouts.socket().toMillis());
            if (connected.pooled()) {
                return settings.inOneTransaction(connected, timeouts.statement(), work);
            }
            settings.apply(connected, timeouts.statement());
            return work.on(connected);
        } catch (SQLException e) {
            FaultException fault = new FaultException(Faults.whileAsking(e, target, connected.host()), e);
            if (connected.isClosed() || fault.fault().kind() == FaultKind.UNREACHABLE) {
                drop();
            }
            throw fault;
        } finally {
            usedAt = System.nanoTime();
        }
    }

    private Connected connection(SlotTimeouts timeouts) throws FaultException {
        if (closed) {
            throw new FaultException(FaultKind.UNREACHABLE, "the connection to " + target.name() + " was closed", "");
        }
        Connected connected = open;
        if (connected != null && reusable()) {
            return connected;
        }
        drop();
        connected = dialer.dial(timeouts.connect());
        settings.forget();
        open = connected;
        openedAt = System.nanoTime();
        usedAt = openedAt;
        closeWhenIdle(connected);
        return connected;
    }

    private boolean reusable() {
        Connected connected = open;
        if (connected == null || connected.isClosed()) {
            return false;
        }
        Duration life = target.pool().maxLifetime();
        return life.isZero() || System.nanoTime() - openedAt < life.toNanos();
    }

    /** A pane that is not seen does not ask, so nobody else would notice that the connection is not used any more. */
    private void closeWhenIdle(Connected connected) {
        Duration limit = target.pool().idleTimeout();
        if (!limit.isZero()) {
            idleWatch = Thread.ofVirtual().name("idle-" + target.name()).start(() -> watch(connected, limit.toNanos()));
        }
    }

    private void watch(Connected connected, long limit) {
        while (connected.equals(open) && !closed) {
            long left = limit - (System.nanoTime() - usedAt);
            if (left <= 0) {
                dropIfIdle(connected, limit);
            }
            LockSupport.parkNanos(left > 0 ? left : limit);
        }
    }

    private void dropIfIdle(Connected connected, long limit) {
        if (permit.tryLock()) {
            try {
                if (connected.equals(open) && System.nanoTime() - usedAt >= limit) {
                    drop();
                }
            } finally {
                permit.unlock();
            }
        }
    }

    private void drop() {
        Connected connected = open;
        if (connected != null) {
            connected.closeQuietly();
            open = null;
            LockSupport.unpark(idleWatch);
        }
    }

    /** Doesn't wait for work under way: that is broken off. */
    @Override
    public void close() {
        closed = true;
        Connected connected = open;
        if (permit.tryLock()) {
            try {
                drop();
            } finally {
                permit.unlock();
            }
        } else if (connected != null) {
            abort(connected);
        }
    }

    private static void abort(Connected connected) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            connected.jdbc().abort(executor);
        } catch (SQLException e) {
            connected.closeQuietly();
        }
    }
}
