package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What addresses mean that servers tell, seen from this workstation. */
final class Places {
    private final AddressMap map;
    private final Set<String> own;

    /** @param own numeric addresses of this computer */
    Places(AddressMap map, Set<String> own) {
        this.map = map;
        this.own = Set.copyOf(own);
    }

    /** Numeric addresses of this computer's interfaces; empty if it doesn't tell. */
    static Set<String> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }

    /** A server's word for another one, as this workstation reaches it: its {@code localhost} is its own host. */
    HostPort seenFrom(HostPort teller, HostPort told) {
        if (!isLoopback(told.host())) {
            return map.reach(told);
        }
        // a teller on this computer means this computer
        return isLoopback(teller.host()) ? told : new HostPort(teller.host(), told.port());
    }

    List<HostPort> seenFrom(HostPort teller, List<HostPort> told) {
        return told.stream().map(one -> seenFrom(teller, one)).distinct().toList();
    }

    /** Whether the server runs on this computer, as far as addresses can tell. */
    boolean isHere(MemberReading reading) {
        String server = reading.facts().serverAddress();
        return server == null ? reading.address().isUnixSocket() : isHere(server);
    }

    boolean isHere(String host) {
        return isLoopback(host) || own.contains(host);
    }

    /** Whether a host's name or address, or a socket's folder, means the host itself. */
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.startsWith("127.")
                || host.equals("::1")
                || host.startsWith("/")
                || host.startsWith("@");
    }

    /** Whether the two may be one host: the same text, or both this computer. */
    boolean sameHost(@Nullable String one, @Nullable String other) {
        return one != null && other != null && (one.equals(other) || (isHere(one) && isHere(other)));
    }
}
