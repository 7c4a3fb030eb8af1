package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.RouteException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import net.schmizz.sshj.connection.channel.Channel;

/**
 * A socket whose other end is where the host connects to. It is a real one, to this process itself, so that time limits, TLS
 * and all else work as drivers are used to; nobody else can enter by its port, which takes one connection, ours.
 */
final class TunnelSocket extends Socket {
    private final Lines lines;

    TunnelSocket(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress there)) {
            throw new UnknownHostException(endpoint + " is no address for a tunnel");
        }
        Channel.Direct channel = opened(there);
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            super.connect(door.getLocalSocketAddress(), timeout);
            Pump.between(ours(door), channel);
        } catch (IOException e) {
            SshLine.hangUp(channel);
            throw e;
        }
    }

    private Channel.Direct opened(InetSocketAddress there) throws RouteException {
        try {
            return lines.tunnel(there.getHostString(), there.getPort());
        } catch (FaultException e) {
            throw new RouteException(e);
        }
    }

    /** The first that comes need not be we. */
    private Socket ours(ServerSocket door) throws IOException {
        while (true) {
            Socket came = door.accept();
            if (came.getPort() == getLocalPort()) {
                return came;
            }
            came.close();
        }
    }
}
