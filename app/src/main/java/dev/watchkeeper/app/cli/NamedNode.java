package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Topology;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server of a cluster that somebody means: by its id, its name, its address, or another name of its address. */
final class NamedNode {
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+?)]?:(\\d{1,5})");
    /** This machine's own names mean one another; which one a cluster is entered by is chance. */
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "::1");

    private NamedNode() {}

    /** Empty if there is none, or if several could be meant. */
    static Optional<Node> in(Topology topology, String meant) {
        return only(topology, node -> node.id().equals(meant))
                .or(() -> only(topology, node -> isAt(node, meant)))
                .or(() -> only(topology, node -> node.name().equals(meant)))
                .or(() -> only(topology, node -> isMember(node, meant)))
                .or(() -> byAnotherAddress(topology, meant));
    }

    private static boolean isAt(Node node, String meant) {
        return node.address() != null && node.address().toString().equals(meant);
    }

    /** A saved target's own name goes before the one that Patroni has for it. */
    private static boolean isMember(Node node, String meant) {
        return node.details().stream()
                .anyMatch(detail ->
                        detail.label().equals("Patroni") && detail.value().startsWith(meant + ": "));
    }

    private static Optional<Node> byAnotherAddress(Topology topology, String meant) {
        Matcher address = ADDRESS.matcher(meant);
        if (!address.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(address.group(2));
        boolean anybody = topology.nodes().stream().anyMatch(node -> listens(node.address(), port));
        Set<String> numeric = anybody ? numeric(address.group(1)) : Set.of();
        return only(
                topology,
                node -> node.address() != null
                        && listens(node.address(), port)
                        && !Collections.disjoint(numeric, numeric(node.address().host())));
    }

    private static boolean listens(@Nullable HostPort address, int port) {
        return address != null && address.port() == port;
    }

    private static Set<String> numeric(String host) {
        if (OWN.contains(host.toLowerCase(Locale.ROOT)) || host.startsWith("/")) {
            return OWN;
        }
        Set<String> all = new HashSet<>(Set.of(host));
        try {
            Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getHostAddress)
                    .forEach(all::add);
        } catch (UnknownHostException unknown) {
            // then only the name itself can tell
            return all;
        }
        return all;
    }

    private static Optional<Node> only(Topology topology, Predicate<Node> which) {
        List<Node> found = topology.nodes().stream().filter(which).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
