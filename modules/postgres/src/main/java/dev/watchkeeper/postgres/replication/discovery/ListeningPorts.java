package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What listens on this computer, as Linux tells it in {@code /proc/net}. Elsewhere nothing is known. */
final class ListeningPorts {
    /** {@code TCP_LISTEN} of the kernel's tcp_states.h. */
    private static final String LISTEN = "0A";

    private static final Pattern SOCKET = Pattern.compile("(/\\S*)/\\.s\\.PGSQL\\.(\\d{1,5})$");
    private static final int FIRST_UNPRIVILEGED = 1024;

    private final Path proc;

    /** @param proc usually {@code /proc/net} */
    ListeningPorts(Path proc) {
        this.proc = proc;
    }

    /** Addresses that one can connect to; one for each port, loopback if it listens there. */
    Set<HostPort> tcp() {
        TreeMap<Integer, HostPort> byPort = new TreeMap<>();
        for (String file : List.of("tcp", "tcp6")) {
            for (String line : lines(file)) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 3 && fields[3].equals(LISTEN)) {
                    HostPort address = address(fields[1]);
                    if (address.port() >= FIRST_UNPRIVILEGED) {
                        byPort.merge(address.port(), address, (a, b) -> a.host().startsWith("127.") ? a : b);
                    }
                }
            }
        }
        return new LinkedHashSet<>(byPort.values());
    }

    /** Folders and ports of PostgreSQL's Unix sockets. */
    Set<HostPort> unix() {
        Set<HostPort> found = new LinkedHashSet<>();
        for (String line : lines("unix")) {
            Matcher socket = SOCKET.matcher(line);
            if (socket.find()) {
                found.add(new HostPort(socket.group(1), Integer.parseInt(socket.group(2))));
            }
        }
        return found;
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(proc.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    /** {@code 0100007F:1F90}: each group of four bytes in the processor's order, which is little-endian here. */
    private static HostPort address(String hex) {
        int colon = hex.indexOf(':');
        byte[] bytes = new byte[colon / 2];
        for (int i = 0; i < bytes.length; i++) {
            int at = (i / 4 * 4 + 3 - i % 4) * 2;
            bytes[i] = (byte) Integer.parseInt(hex.substring(at, at + 2), 16);
        }
        int port = Math.max(1, Integer.parseInt(hex.substring(colon + 1), 16));
        return new HostPort(host(bytes), port);
    }

    private static String host(byte[] bytes) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return address.isAnyLocalAddress()
                    ? "127.0.0.1"
                    : address.isLoopbackAddress() && address instanceof Inet6Address ? "::1" : address.getHostAddress();
        } catch (java.net.UnknownHostException wrongLength) {
            throw new IllegalArgumentException("not an address of /proc/net", wrongLength);
        }
    }
}
