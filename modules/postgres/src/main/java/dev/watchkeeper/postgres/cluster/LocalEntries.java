package dev.watchkeeper.postgres.cluster;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.postgres.front.Behind;
import dev.watchkeeper.postgres.front.Entry;
import dev.watchkeeper.postgres.front.FrontSight;
import dev.watchkeeper.postgres.front.Use;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where clients enter the one HAProxy of this computer: it doesn't tell its ports, but who answers there in the name of a
 * server that has another port of its own was found among what listens here.
 */
final class LocalEntries {
    private LocalEntries() {}

    /** The same, with the entries that were found. */
    static List<FrontSight> in(List<FrontSight> sights, List<Behind> behind) {
        List<FrontSight> open =
                sights.stream().filter(LocalEntries::mayHaveOthers).toList();
        if (open.size() != 1) {
            return sights;
        }
        List<Entry> found = behind.stream()
                .flatMap(LocalEntries::notItsOwn)
                .distinct()
                .filter(at -> sights.stream().noneMatch(sight -> isKnown(sight, at)))
                .map(at -> new Entry(at, "", "", Use.ANY, false))
                .toList();
        return sights.stream()
                .map(sight -> sight.equals(open.getFirst()) ? with(sight, found) : sight)
                .toList();
    }

    /** Of whose entries nobody has said where they are. */
    private static boolean mayHaveOthers(FrontSight sight) {
        HostPort address = sight.node().address();
        return sight.node().role() == NodeRole.PROXY
                && sight.node().connected()
                && address != null
                && isHere(address)
                && sight.entries().stream().noneMatch(Entry::sure);
    }

    private static Stream<HostPort> notItsOwn(Behind server) {
        ServerIdentity identity = server.identity();
        return identity == null
                ? Stream.empty()
                : server.addresses().stream()
                        .filter(address ->
                                isHere(address) && !address.isUnixSocket() && address.port() != identity.port());
    }

    private static boolean isKnown(FrontSight sight, HostPort at) {
        HostPort own = sight.node().address();
        return (own != null && own.port() == at.port())
                || sight.entries().stream().map(Entry::at).anyMatch(entry -> Objects.equals(entry, at));
    }

    private static boolean isHere(HostPort address) {
        String host = address.host();
        return address.isUnixSocket()
                || host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.startsWith("127.");
    }

    private static FrontSight with(FrontSight sight, List<Entry> more) {
        List<Entry> entries = new ArrayList<>(sight.entries());
        entries.addAll(more);
        return new FrontSight(sight.node(), sight.routes(), entries, sight.alarms());
    }
}
