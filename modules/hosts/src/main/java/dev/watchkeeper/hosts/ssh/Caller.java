package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.config.Destination;
import dev.watchkeeper.hosts.ssh.config.Destination.Strictness;
import dev.watchkeeper.hosts.ssh.keys.Deadline;
import dev.watchkeeper.hosts.ssh.known.HostKey;
import dev.watchkeeper.hosts.ssh.known.KnownHosts;
import dev.watchkeeper.hosts.ssh.known.Verdict;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/** Calls a host, over the hosts before it, and gets in. */
final class Caller {
    /** Three unanswered in a row: the line is dead. */
    private static final int UNANSWERED = 3;

    private final Remembered remembered;
    private final Duration heartbeat;

    /** @param heartbeat how often a silent host is asked whether it is still there */
    Caller(Remembered remembered, Duration heartbeat) {
        this.remembered = remembered;
        this.heartbeat = heartbeat;
    }

    /** @param way at least one, the host itself last */
    SshLine call(List<Destination> way) throws FaultException {
        List<Closeable> open = new ArrayList<>();
        Optional<SSHClient> before = Optional.empty();
        try {
            for (Destination host : way) {
                SSHClient client = hop(host, way.indexOf(host) == way.size() - 1, before);
                open.addFirst(client);
                before = Optional.of(client);
            }
            return new SshLine(before.orElseThrow(), open, way.getLast());
        } catch (FaultException | RuntimeException e) {
            open.forEach(SshLine::hangUp);
            throw e;
        }
    }

    /** Once more after the person said that the key is right. */
    private SSHClient hop(Destination host, boolean last, Optional<SSHClient> through) throws FaultException {
        KnownHosts known = KnownHosts.read(host.trust());
        KeyCheck check = new KeyCheck(known);
        Optional<SSHClient> connected = connected(host, last, through, known, check);
        if (connected.isEmpty()) {
            return hop(host, last, through);
        }
        SSHClient client = connected.get();
        try {
            new Entering(client, host, remembered).run();
            return client;
        } catch (FaultException e) {
            SshLine.hangUp(client);
            throw e;
        }
    }

    /** Empty if the key was unknown, and has just been written down. */
    private Optional<SSHClient> connected(
            Destination host, boolean last, Optional<SSHClient> through, KnownHosts known, KeyCheck check)
            throws FaultException {
        SSHClient client = new SSHClient(Suites.config(known.types()));
        client.addHostKeyVerifier(check);
        client.setConnectTimeout(millis(host.limit()));
        client.setTimeout(millis(host.limit()));
        client.getTransport().setTimeoutMs(millis(host.limit()));
        if (client.getConnection().getKeepAlive() instanceof KeepAliveRunner runner) {
            runner.setKeepAliveInterval((int) Math.max(1, heartbeat.toSeconds()));
            runner.setMaxAliveCount(UNANSWERED);
        }
        try {
            connect(client, host, through);
            return Optional.of(client);
        } catch (IOException e) {
            SshLine.hangUp(client);
            if (check.refused().isPresent()) {
                judge(host, known, check.refused().get());
                return Optional.empty();
            }
            throw Unreachable.host(host, last, through.isPresent(), e);
        }
    }

    private static void connect(SSHClient client, Destination host, Optional<SSHClient> through) throws IOException {
        if (through.isEmpty()) {
            if (host.command().isPresent() && !host.command().get().equalsIgnoreCase("none")) {
                client.setSocketFactory(new Commands(host.command().get()));
            }
            client.connect(host.host(), host.port());
            return;
        }
        DirectConnection channel = new DirectConnection(through.get().getConnection(), host.host(), host.port());
        try (Deadline ignored = Deadline.closing(channel, host.limit().multipliedBy(2))) {
            SshLine.within(host.limit(), () -> {
                channel.open();
                return channel;
            });
            client.connectVia(channel);
        }
    }

    /** Returns if the key may be used from now on. */
    private void judge(Destination host, KnownHosts files, KeyCheck.Shown shown) throws FaultException {
        HostKey key = shown.key();
        switch (shown.verdict()) {
            case Verdict.Known known -> {}
            case Verdict.Revoked revoked ->
                throw new FaultException(
                        FaultKind.DENIED,
                        host.place() + " shows a key that was revoked: " + key.words(),
                        revoked.line().place() + " says so. Nobody should enter there");
            case Verdict.Changed changed ->
                throw new FaultException(
                        FaultKind.DENIED,
                        "the key of " + host.place() + " has changed: known is "
                                + changed.known().key().words() + ", presented was " + key.words(),
                        "Somebody may be in between, or the host was set up anew. If you know that it was, take the old key"
                                + " out of " + changed.known().place());
            case Verdict.Unknown unknown -> meet(host, files, key, unknown.onlyAuthority());
        }
    }

    private void meet(Destination host, KnownHosts known, HostKey key, boolean onlyAuthority) throws FaultException {
        String remark = onlyAuthority
                ? "A certificate authority is known for it, but certificates of hosts are not checked here"
                : "";
        Strictness strictness = host.trust().strictness();
        boolean trusted = strictness == Strictness.ACCEPT_NEW
                || (strictness == Strictness.ASK && remembered.trusts(host.place(), key.words(), remark));
        if (!trusted) {
            throw new FaultException(
                    FaultKind.DENIED,
                    host.place() + " is not known yet, and its key was not accepted: " + key.words(),
                    (remark.isEmpty() ? "" : remark + ". ")
                            + "Compare it with ssh-keygen -l -f on the host; watchkeeper host test " + host.called()
                            + " at a terminal asks for it");
        }
        known.add(key);
    }

    private static int millis(Duration limit) {
        return (int) limit.toMillis();
    }

    /** Gives the one socket that is asked for. */
    private static final class Commands extends SocketFactory {
        private final String command;

        Commands(String command) {
            this.command = command;
        }

        @Override
        public Socket createSocket() throws IOException {
            return new CommandSocket(command);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress localHost, int localPort)
                throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(
                java.net.InetAddress address, int port, java.net.InetAddress localAddress, int localPort)
                throws IOException {
            return createSocket();
        }
    }
}
