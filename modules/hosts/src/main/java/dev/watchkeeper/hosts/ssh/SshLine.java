package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.config.Destination;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.Channel;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import net.schmizz.sshj.connection.channel.direct.Session;

/** A connection to a host, entered, with the connections to the jump hosts below it. Thread-safe. */
final class SshLine implements Closeable {
    /** OpenSSH allows ten sessions on a connection, unless it is told otherwise. */
    private static final int USUAL_SESSIONS = 8;
    /** Waits for a server that is slow to take what it is sent are no sign of a dead line: the keep-alive notices that. */
    private static final int DAY_MILLIS = 86_400_000;

    private final SSHClient client;
    private final List<Closeable> all;
    private final Destination host;
    private int sessions;
    private int most = USUAL_SESSIONS;

    /** @param all what is to close, the host's own first */
    SshLine(SSHClient client, List<Closeable> all, Destination host) {
        this.client = client;
        this.all = List.copyOf(all);
        this.host = host;
        client.getConnection().setTimeoutMs(DAY_MILLIS);
    }

    Destination host() {
        return host;
    }

    boolean isAlive() {
        return client.isConnected() && client.isAuthenticated();
    }

    /** Takes one of the sessions that it may have at the same time; {@link #leave} gives it back. */
    synchronized boolean take() {
        if (sessions >= most) {
            return false;
        }
        sessions++;
        return true;
    }

    synchronized void leave() {
        sessions--;
    }

    /** The host did not want one more: from now on it gets fewer. Whether there were others, so that they may be too many. */
    synchronized boolean wasTooMuch() {
        most = Math.max(1, sessions - 1);
        return sessions > 1;
    }

    Session session() throws IOException {
        return within(host.limit(), client::startSession);
    }

    /** @param to a name or address as the host knows it, or the file of a Unix socket there */
    Channel.Direct tunnel(String to, int port) throws IOException {
        Channel.Direct channel = to.startsWith("/")
                ? new SocketFileChannel(client.getConnection(), to)
                : new DirectConnection(client.getConnection(), to, port);
        return within(host.limit(), () -> {
            channel.open();
            return channel;
        });
    }

    @Override
    public void close() {
        all.forEach(SshLine::hangUp);
    }

    /** Waits for something that the library itself waits for without an end. */
    static <T> T within(Duration limit, Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("ssh-wait").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw (IOException) new SocketTimeoutException("no answer in time").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException trouble) {
                throw trouble;
            }
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("ended from outside");
        }
    }

    static void hangUp(Closeable line) {
        Thread.ofVirtual().name("ssh-hang-up").start(() -> {
            try {
                line.close();
            } catch (IOException e) {
                // it is gone, which is what was wanted
                return;
            }
        });
    }
}
