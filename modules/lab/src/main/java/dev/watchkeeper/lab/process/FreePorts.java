package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out ports that are free on 127.0.0.1, none of them twice. They lie below those that the kernel takes for outgoing
 * connections (32768 and up on Linux): a server with a fixed port up there fails now and then.
 */
public final class FreePorts {
    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 1_000;

    private final Set<Integer> given = ConcurrentHashMap.newKeySet();

    /** A port that was free a moment ago; whoever binds it must be ready to ask for another. */
    public int next() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new IOException("no free port between %d and %d on 127.0.0.1".formatted(FIRST, LAST));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
