package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws what stands before a cluster into its topology: nodes, routes, and where connections were seen to land. */
public final class FrontPicture {
    private final List<Behind> behind;
    private final List<FrontSight> sights;
    private final Map<Entry, Landing> landings = new LinkedHashMap<>();

    public FrontPicture(List<Behind> behind, List<FrontSight> sights, List<Landing> landings) {
        this.behind = List.copyOf(behind);
        this.sights = List.copyOf(sights);
        landings.forEach(landing -> this.landings.put(landing.entry(), landing));
    }

    /** The same with the fronts in it. */
    public Topology on(Topology cluster) {
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        List<Link> links = new ArrayList<>(cluster.links());
        List<Alarm> alarms = new ArrayList<>(cluster.alarms());
        for (FrontSight sight : sights) {
            List<Link> routes = links(sight);
            List<Alarm> troubles = Stream.concat(
                            sight.alarms().stream(), new LandingAlarms(behind, sight.node()).of(own(sight)).stream())
                    .toList();
            nodes.add(node(sight, troubles));
            links.addAll(routes);
            alarms.addAll(troubles);
        }
        alarms.sort(Comparator.comparing(Alarm::severity).reversed());
        return new Topology(nodes, links, cluster.slots(), alarms);
    }

    private List<Landing> own(FrontSight sight) {
        return sight.entries().stream()
                .map(landings::get)
                .filter(landing -> landing != null)
                .toList();
    }

    private List<Link> links(FrontSight sight) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Route route : sight.routes()) {
            target(sight, route).ifPresent(to -> {
                Link link = link(sight, route, to);
                links.merge(link.id(), link, (one, other) -> one);
            });
        }
        for (Landing landing : own(sight)) {
            to(landing).ifPresent(server -> {
                boolean drawn =
                        links.values().stream().anyMatch(link -> link.to().equals(server.node()));
                if (!drawn && links.values().stream().noneMatch(link -> isFront(link.to()))) {
                    Link link = plain(sight, landing, server);
                    links.put(link.id(), link);
                }
            });
        }
        return List.copyOf(links.values());
    }

    private Link link(FrontSight sight, Route route, String to) {
        List<Detail> details = new ArrayList<>(route.details());
        for (Landing landing : own(sight)) {
            boolean same = landing.entry().route().isEmpty()
                    ? landing.entry().use() == Use.ANY
                            || route.use() == Use.ANY
                            || landing.entry().use() == route.use()
                    : landing.entry().route().equals(route.name());
            boolean here = to(landing).map(server -> server.node().equals(to)).orElse(false) || isFront(to);
            if (same && here) {
                asked(landing).ifPresent(details::add);
            }
        }
        return new Link(
                sight.node().id(),
                to,
                LinkKind.ROUTE,
                route.name(),
                route.state(),
                "",
                Lag.UNKNOWN,
                route.severity(),
                details);
    }

    private Link plain(FrontSight sight, Landing landing, Behind server) {
        return new Link(
                sight.node().id(),
                server.node(),
                LinkKind.ROUTE,
                landing.entry().label(),
                "up",
                "",
                Lag.UNKNOWN,
                Severity.NONE,
                asked(landing).stream().toList());
    }

    private Optional<Detail> asked(Landing landing) {
        return to(landing)
                .map(server -> new Detail(
                        "Asked",
                        "a connection to " + landing.entry().label() + " lands on " + server.name() + " ("
                                + (landing.standby() ? "standby" : "primary") + ")"));
    }

    private Optional<Behind> to(Landing landing) {
        return behind.stream()
                .filter(server -> server.identity() != null && server.identity().equals(landing.server()))
                .findFirst();
    }

    private boolean isFront(String node) {
        return sights.stream().anyMatch(sight -> sight.node().id().equals(node));
    }

    /** By address if there is one; else by name, if only one server is called so. */
    private Optional<String> target(FrontSight from, Route route) {
        HostPort to = route.to();
        if (to != null) {
            // before the servers: a server may be known by a proxy's address too
            return sights.stream()
                    .filter(other -> !other.equals(from))
                    .filter(other -> other.entries().stream()
                            .anyMatch(entry -> entry.at().equals(to)))
                    .map(other -> other.node().id())
                    .findFirst()
                    .or(() -> behind.stream()
                            .filter(one -> one.addresses().contains(to))
                            .map(Behind::node)
                            .findFirst());
        }
        List<String> called = behind.stream()
                .filter(one -> one.names().stream().anyMatch(name -> name.equalsIgnoreCase(route.server())))
                .map(Behind::node)
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    private Node node(FrontSight sight, List<Alarm> troubles) {
        Node node = sight.node();
        List<String> lines = new ArrayList<>(ways(sight));
        lines.addAll(node.lines());
        List<Detail> details = new ArrayList<>(node.details());
        own(sight).forEach(landing -> details.add(told(landing)));
        return new Node(
                node.id(),
                node.name(),
                node.address(),
                node.role(),
                node.connected(),
                node.trouble(),
                node.identity(),
                node.version(),
                node.startedAt(),
                node.syncState(),
                node.title(),
                lines.stream().limit(3).toList(),
                troubles.stream().map(Alarm::severity).reduce(node.severity(), Severity::or),
                details);
    }

    private Detail told(Landing landing) {
        String what = landing.entry().use() == Use.ANY
                ? ""
                : " (" + landing.entry().use().words() + ")";
        String where = to(landing)
                .map(server -> server.name() + (landing.standby() ? ", a standby" : ", the primary"))
                .orElseGet(() -> landing.trouble().isPresent()
                        ? "nowhere: " + landing.trouble().get().message()
                        : "a server that is not of this cluster");
        return new Detail("Asked " + landing.entry().label() + what, "lands on " + where);
    }

    /** {@code writes → pg-1}, {@code reads → pg-2, pg-3}: what was seen goes before what is said. */
    private List<String> ways(FrontSight sight) {
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        for (Landing landing : own(sight)) {
            if (landing.entry().use() != Use.READS) {
                String what = landing.entry().route().isEmpty()
                        ? landing.entry().use().words()
                        : landing.entry().route();
                to(landing)
                        .ifPresent(server -> ways.computeIfAbsent(what, key -> new LinkedHashSet<>())
                                .add(server.name()));
            }
        }
        Set<String> seen = Set.copyOf(ways.keySet());
        for (Route route : sight.routes()) {
            String what = route.use() == Use.ANY ? route.name() : route.use().words();
            if (route.open() && !seen.contains(what)) {
                target(sight, route)
                        .ifPresent(to -> ways.computeIfAbsent(what, key -> new LinkedHashSet<>())
                                .add(called(to)));
            }
        }
        return ways.entrySet().stream()
                .map(way -> way.getKey() + " → " + String.join(", ", way.getValue()))
                .sorted(Comparator.comparingInt(line -> line.startsWith(Use.WRITES.words()) ? 0 : 1))
                .collect(Collectors.toList());
    }

    private String called(String node) {
        return Stream.concat(
                        behind.stream().filter(one -> one.node().equals(node)).map(Behind::name),
                        sights.stream()
                                .map(FrontSight::node)
                                .filter(one -> one.id().equals(node))
                                .map(Node::name))
                .findFirst()
                .orElse(node);
    }
}
