package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Room for one connection, used by one thread at a time, opened when it is needed and anew when it broke or grew old. */
final class RedisSlot implements AutoCloseable {
    private final Target target;
    private final Dialer dialer;
    private final ReentrantLock permit = new ReentrantLock(true);
    private volatile @Nullable Connected open;
    private volatile @Nullable Thread idleWatch;
    private volatile long usedAt;
    private volatile boolean closed;
    private long openedAt;

    RedisSlot(Target target, Dialer dialer) {
        this.target = target;
        this.dialer = dialer;
    }

    /**
     * Runs the work on the connection. If a connection that was kept turns out to be dead, tries once more with a new
     * one, so that a server that was restarted between two questions is not even noticed.
     */
    <T> T with(Limits limits, RedisWork<T> work) throws FaultException {
        permit.lock();
        try {
            boolean kept = reusable();
            if (kept && !limits.mayRepeat()) {
                dropIfDead(limits);
            }
            try {
                return use(limits, work);
            } catch (FaultException e) {
                if (!kept || open != null || e.fault().kind() != FaultKind.UNREACHABLE || !limits.mayRepeat()) {
                    throw e;
                }
                return use(limits, work);
            }
        } finally {
            permit.unlock();
        }
    }

    /** What runs only once does not go down a line that was cut in silence: by a restart, or by CLIENT KILL. */
    private void dropIfDead(Limits limits) {
        try {
            use(limits, connected -> connected.ask("PING"));
        } catch (FaultException e) {
            drop();
        }
    }

    private <T> T use(Limits limits, RedisWork<T> work) throws FaultException {
        Connected connected = connection(limits.connect());
        try {
            connected.timeout((int) Math.max(1, limits.answer().toMillis()));
            return work.on(connected);
        } catch (FaultException e) {
            // an answer that came too late would be taken for that to the next question
            if (!(e instanceof RedisRefusal) && e.fault().kind().mayPass()) {
                drop();
            }
            throw e;
        } finally {
            usedAt = System.nanoTime();
        }
    }

    private Connected connection(Duration timeout) throws FaultException {
        if (closed) {
            throw new FaultException(FaultKind.UNREACHABLE, "the connection to " + target.name() + " was closed", "");
        }
        Connected connected = open;
        if (connected != null && reusable()) {
            return connected;
        }
        drop();
        connected = dialer.dial(timeout);
        open = connected;
        openedAt = System.nanoTime();
        usedAt = openedAt;
        closeWhenIdle(connected);
        return connected;
    }

    private boolean reusable() {
        Connected connected = open;
        if (connected == null || connected.isBroken()) {
            return false;
        }
        Duration life = target.pool().maxLifetime();
        return life.isZero() || System.nanoTime() - openedAt < life.toNanos();
    }

    /** The open connection's number at the server. */
    Optional<Long> clientId() {
        return Optional.ofNullable(open).map(Connected::clientId).filter(id -> id > 0);
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
        drop();
    }
}
