package dev.watchkeeper.app.workbench;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.ssh.SshHome;
import dev.watchkeeper.hosts.ssh.SshHost;
import dev.watchkeeper.hosts.ssh.SshHosts;
import dev.watchkeeper.hosts.ssh.SshPerson;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.host.RouteException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.workspace.connections.ConnectionsFile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;

/** The machines on which commands run, each with the same lines for the whole process. Thread-safe. */
final class Hosts implements HostFinder, Routes, AutoCloseable {
    private final ConnectionsFile connections;
    private final SshHosts ssh;
    private final Host local;
    private final Map<HostSpec, SshHost> open = new HashMap<>();

    /** @param person who is asked for passphrases, and whether a host is the right one */
    Hosts(ConnectionsFile connections, Surroundings surroundings, SshPerson person) {
        this.connections = connections;
        this.local = new LocalHost(surroundings.variables());
        this.ssh =
                new SshHosts(new SshHome(surroundings.variables(), surroundings.home(), surroundings.user()), person);
    }

    /**
     * The host of that name: this machine, one of {@code hosts:}, else what ssh makes of it.
     *
     * @throws FaultException BAD_INPUT if the connections file can't be read
     */
    @Override
    public Host host(String name) throws FaultException {
        return name.equals(HostSpec.LOCAL) ? local : ssh(name);
    }

    /** The same where only one over SSH will do. */
    SshHost ssh(String name) throws FaultException {
        HostSpec spec = connections.read().host(name).orElseGet(() -> HostSpec.named(name));
        synchronized (open) {
            return open.computeIfAbsent(spec, ssh::host);
        }
    }

    @Override
    public Route to(Placement placement) {
        return placement
                .ssh()
                .filter(name -> !name.equals(HostSpec.LOCAL))
                .map(name -> (Route) () -> socket(name))
                .orElse(Route.direct());
    }

    /** What is wrong with the connections file is told when somebody connects. */
    private Socket socket(String name) {
        try {
            return ssh(name).socket();
        } catch (FaultException e) {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    throw new RouteException(e);
                }

                @Override
                public void connect(SocketAddress endpoint) throws IOException {
                    throw new RouteException(e);
                }
            };
        }
    }

    @Override
    public void close() {
        synchronized (open) {
            open.values().forEach(SshHost::close);
            open.clear();
        }
    }
}
