package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.config.Destination;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import net.schmizz.sshj.connection.channel.Channel;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;

/**
 * The lines to one host: one, and others only when so much runs at the same time that the host takes no more on one. A line
 * that was cut is left behind, and the host called again. Thread-safe.
 */
final class Lines {
    /** Finds out how to get to the host. */
    @FunctionalInterface
    interface Way {
        List<Destination> find() throws FaultException;
    }

    private final Caller caller;
    private final Way way;
    private final List<SshLine> lines = new ArrayList<>();
    private final AtomicReference<CompletableFuture<SshLine>> calling = new AtomicReference<>();

    Lines(Caller caller, Way way) {
        this.caller = caller;
        this.way = way;
    }

    /** A session, and the line to give it back to. */
    record Open(Session session, SshLine line) implements AutoCloseable {
        @Override
        public void close() {
            SshLine.hangUp(session);
            line.leave();
        }
    }

    Open session() throws FaultException {
        for (boolean stale = true; ; ) {
            Optional<SshLine> free = free();
            SshLine line = free.isPresent() ? free.get() : called();
            if (free.isEmpty() && !line.take()) {
                continue;
            }
            try {
                return new Open(line.session(), line);
            } catch (IOException | IllegalStateException e) {
                boolean tooMuch = e instanceof OpenFailException && line.wasTooMuch();
                line.leave();
                if (!tooMuch && !(stale && isOver(line, e))) {
                    throw trouble(line, e);
                }
                stale = tooMuch && stale;
            }
        }
    }

    Channel.Direct tunnel(String to, int port) throws FaultException {
        for (boolean stale = true; ; stale = false) {
            SshLine line = any().orElse(null);
            SshLine used = line == null ? called() : line;
            try {
                return used.tunnel(to, port);
            } catch (IOException | IllegalStateException e) {
                if (e instanceof OpenFailException refused) {
                    throw new FaultException(
                            FaultKind.UNREACHABLE,
                            used.host().place() + " can't reach " + to + (to.startsWith("/") ? "" : " port " + port)
                                    + ": " + refused.getMessage(),
                            refused.getReason() == OpenFailException.Reason.ADMINISTRATIVELY_PROHIBITED
                                    ? "Its sshd allows no tunnels there: AllowTcpForwarding, PermitOpen"
                                    : "");
                }
                if (!stale || !isOver(used, e)) {
                    throw trouble(used, e);
                }
            }
        }
    }

    private static FaultException trouble(SshLine line, Exception e) {
        if (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return new FaultException(
                    FaultKind.TIMEOUT, "waiting for " + line.host().place() + " was ended from outside", "");
        }
        return Unreachable.cut(line.host().place(), "something was begun on it", e);
    }

    private synchronized Optional<SshLine> free() {
        forgetDead();
        return lines.stream().filter(SshLine::take).findFirst();
    }

    private synchronized Optional<SshLine> any() {
        forgetDead();
        return lines.stream().findFirst();
    }

    private void forgetDead() {
        lines.stream().filter(line -> !line.isAlive()).toList().forEach(this::leaveBehind);
    }

    /**
     * Whether the line is of no more use after this trouble. Who waits on it is told a moment before it counts as dead
     * itself, so that any trouble but silence says so.
     */
    private boolean isOver(SshLine line, Exception trouble) {
        if (trouble instanceof InterruptedIOException && line.isAlive()) {
            return false;
        }
        leaveBehind(line);
        return true;
    }

    private synchronized void leaveBehind(SshLine line) {
        lines.remove(line);
        line.close();
    }

    /** One calls, the others wait for it, and share what goes wrong: nobody is asked the same twice. */
    private SshLine called() throws FaultException {
        CompletableFuture<SshLine> mine = new CompletableFuture<>();
        CompletableFuture<SshLine> other = calling.compareAndExchange(null, mine);
        if (other != null) {
            return awaited(other);
        }
        try {
            SshLine line = caller.call(way.find());
            synchronized (this) {
                lines.add(line);
            }
            mine.complete(line);
            return line;
        } catch (FaultException | RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            calling.set(null);
        }
    }

    private static SshLine awaited(CompletableFuture<SshLine> other) throws FaultException {
        try {
            return other.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(FaultKind.TIMEOUT, "waiting for a host was ended from outside", "");
        }
    }

    synchronized void close() {
        lines.forEach(SshLine::close);
        lines.clear();
    }
}
