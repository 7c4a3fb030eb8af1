package dev.watchkeeper.kernel.host;

import java.net.Socket;

/** How connections to servers are opened: straight from this machine, or through a host. Thread-safe. */
@FunctionalInterface
public interface Route {
    /**
     * A socket that is not connected yet. It connects to names as the host at the other end of the route knows them, so
     * its address should not be resolved before. What goes wrong with the route itself is a {@link RouteException}.
     */
    Socket socket();

    /** Whether names and addresses are those of this machine. */
    default boolean isDirect() {
        return false;
    }

    /** Straight from here. */
    static Route direct() {
        return new Route() {
            @Override
            public Socket socket() {
                return new Socket();
            }

            @Override
            public boolean isDirect() {
                return true;
            }
        };
    }
}
