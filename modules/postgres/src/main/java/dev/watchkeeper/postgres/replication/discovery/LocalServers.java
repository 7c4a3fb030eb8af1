package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * PostgreSQL servers that run on this computer, whoever started them. Every port is tried until it answers, a few times at
 * most, and again after some minutes: who serves something else should not be bothered. For one thread.
 */
final class LocalServers {
    private static final Executor THREADS = Thread.ofVirtual().name("local-server")::start;
    private static final Duration ANSWER = Duration.ofMillis(250);
    private static final Duration LATE_ANSWER = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration LOOK_FOR_SOMEBODY_EVERY = Duration.ofSeconds(5);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(5);
    /** SSLRequest (documentation: message formats): every server answers S or N, before anybody logs in. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xD2, 0x16, 0x2F};

    /** On a computer that is loaded a server may need longer to say who it is. */
    private static final int TRIES = 3;

    /** What a port said to a knock. */
    enum Said {
        POSTGRES,
        ANOTHER,
        NOTHING
    }

    /** @param times how often it was knocked at */
    private record Tried(Said said, int times, long at) {
        boolean isSettled() {
            return said != Said.NOTHING || times >= TRIES;
        }
    }

    private final ListeningPorts ports = new ListeningPorts(Path.of("/proc/net"));
    private final Map<HostPort, Tried> tried = new HashMap<>();
    private long looked = System.nanoTime() - LOOK_EVERY.toNanos();

    /**
     * Looks, at most every half minute.
     *
     * @param missing whether somebody is being looked for; then every few seconds
     * @param now whether that is news
     * @return empty if it is not time yet
     */
    Set<HostPort> look(boolean missing, boolean now) {
        Duration every = missing ? LOOK_FOR_SOMEBODY_EVERY : LOOK_EVERY;
        boolean settled = tried.values().stream().allMatch(Tried::isSettled);
        if (!now && settled && System.nanoTime() - looked < every.toNanos()) {
            return Set.of();
        }
        looked = System.nanoTime();
        Set<HostPort> tcp = ports.tcp();
        tried.keySet().retainAll(tcp);
        tried.values().removeIf(one -> System.nanoTime() - one.at() > FORGET_AFTER.toNanos());
        knock(tcp.stream().filter(this::isOpen).toList());
        Set<HostPort> found = new LinkedHashSet<>();
        tried.forEach((address, result) -> {
            if (result.said() == Said.POSTGRES) {
                found.add(address);
            }
        });
        found.addAll(socketsOnly(found));
        return found;
    }

    /** Those that listen nowhere but at their Unix socket. */
    private Set<HostPort> socketsOnly(Set<HostPort> found) {
        Set<Integer> known = new LinkedHashSet<>();
        found.forEach(one -> known.add(one.port()));
        Set<HostPort> others = new LinkedHashSet<>();
        for (HostPort one : ports.unix()) {
            if (Files.exists(Path.of(one.host())) && known.add(one.port())) {
                others.add(one);
            }
        }
        return others;
    }

    private boolean isOpen(HostPort address) {
        Tried before = tried.get(address);
        return before == null || !before.isSettled();
    }

    private void knock(List<HostPort> addresses) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        Map<HostPort, Tried> results = new java.util.concurrent.ConcurrentHashMap<>();
        for (HostPort address : addresses) {
            Tried before = tried.get(address);
            int times = before == null ? 1 : before.times() + 1;
            all.add(CompletableFuture.runAsync(
                    () -> results.put(
                            address,
                            new Tried(ask(address, times == 1 ? ANSWER : LATE_ANSWER), times, System.nanoTime())),
                    THREADS));
        }
        all.forEach(CompletableFuture::join);
        tried.putAll(results);
    }

    static Said ask(HostPort address, Duration patience) {
        try (Socket socket = new Socket()) {
            int limit = (int) patience.toMillis();
            socket.connect(new InetSocketAddress(address.host(), address.port()), limit);
            socket.setSoTimeout(limit);
            socket.getOutputStream().write(SSL_REQUEST);
            InputStream in = socket.getInputStream();
            int answer = in.read();
            return (answer == 'S' || answer == 'N') && in.available() == 0 ? Said.POSTGRES : Said.ANOTHER;
        } catch (SocketTimeoutException silent) {
            return Said.NOTHING;
        } catch (IOException notPostgres) {
            return Said.ANOTHER;
        }
    }
}
