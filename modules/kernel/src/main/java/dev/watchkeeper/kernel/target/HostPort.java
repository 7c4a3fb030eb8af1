package dev.watchkeeper.kernel.target;

/**
 * One address of a server.
 *
 * @param host a name, an IPv4 address, an IPv6 address without brackets, or, starting with a slash, the folder of a Unix
 *     socket
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {
    public HostPort {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host is empty");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    /** Whether this is the folder of a Unix socket, as libpq tells them: by the leading slash. */
    public boolean isUnixSocket() {
        return host.startsWith("/") || host.startsWith("@");
    }

    /** As people write it: {@code host:port}, an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
