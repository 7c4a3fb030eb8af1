package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.host.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;

/** Gives the driver its sockets, also those by which it cancels. The driver makes it by its name, and hands in the properties. */
public final class RoutedSockets extends SocketFactory {
    /** The property that holds the route: an object, not a text. */
    static final String ROUTE = "watchkeeper.route";

    private final Route route;

    /** @param properties with the route */
    public RoutedSockets(Properties properties) {
        if (!(properties.get(ROUTE) instanceof Route given)) {
            throw new IllegalArgumentException("nobody said on which route");
        }
        this.route = given;
    }

    @Override
    public Socket createSocket() {
        return route.socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = route.socket();
        socket.connect(InetSocketAddress.createUnresolved(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }
}
