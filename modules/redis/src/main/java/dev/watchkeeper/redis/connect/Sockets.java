package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.target.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Opens the socket for the driver, whose own way into TLS is deprecated or takes key stores only.
 *
 * @param route on which the host is reached
 * @param timeoutMillis for connecting to each address of the host, and for each step of the handshake
 */
record Sockets(HostPort host, Route route, int timeoutMillis, Optional<Security> security)
        implements JedisSocketFactory {
    /** How it is encrypted. */
    record Security(SSLSocketFactory sockets, SSLParameters parameters) {}

    @Override
    public Socket createSocket() {
        try {
            Socket plain = firstThatConnects();
            return security.isPresent() ? secured(plain, security.get()) : plain;
        } catch (IOException e) {
            throw new JedisConnectionException(String.valueOf(e.getMessage()), e);
        }
    }

    private Socket firstThatConnects() throws IOException {
        if (!route.isDirect()) {
            return connected(route.socket(), InetSocketAddress.createUnresolved(host.host(), host.port()));
        }
        IOException last = new IOException("no address");
        for (InetAddress address : InetAddress.getAllByName(host.host())) {
            try {
                return connected(route.socket(), new InetSocketAddress(address, host.port()));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Socket connected(Socket socket, InetSocketAddress address) throws IOException {
        boolean done = false;
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.setSoTimeout(timeoutMillis);
            socket.connect(address, timeoutMillis);
            done = true;
            return socket;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    private Socket secured(Socket plain, Security how) throws IOException {
        SSLSocket socket = (SSLSocket) how.sockets().createSocket(plain, host.host(), host.port(), true);
        boolean done = false;
        try {
            socket.setSSLParameters(how.parameters());
            socket.startHandshake();
            done = true;
            return socket;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }
}
