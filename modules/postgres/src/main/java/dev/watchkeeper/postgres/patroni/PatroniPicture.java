package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws Patroni's word into a topology: what SQL can't know, and members that SQL can't enter. */
public final class PatroniPicture {
    private final PatroniView view;
    private final Function<HostPort, String> nodes;
    private final Map<String, PatroniSelf> selves;

    /**
     * @param nodes the id of the node with that address; the address itself if there is none
     * @param selves what members say of themselves, by name: of those that SQL can't enter
     */
    public PatroniPicture(PatroniView view, Function<HostPort, String> nodes, Map<String, PatroniSelf> selves) {
        this.view = view;
        this.nodes = nodes;
        this.selves = Map.copyOf(selves);
    }

    /** The same with Patroni's word in it. */
    public Topology on(Topology cluster) {
        Map<String, Node> drawn = new LinkedHashMap<>();
        cluster.nodes().forEach(node -> drawn.put(node.id(), node));
        List<Alarm> alarms = new ArrayList<>(cluster.alarms());
        alarms.addAll(alarms());
        for (PatroniMember member : view.members()) {
            drawn.compute(id(member), (id, node) -> node == null ? created(member) : enriched(node, member));
        }
        List<Link> links = new ArrayList<>(cluster.links());
        view.members().forEach(member -> link(member, drawn, links).ifPresent(links::add));
        alarms.sort(Comparator.comparing(Alarm::severity).reversed());
        List<Node> all = new ArrayList<>(drawn.values());
        all.sort(Comparator.comparing(node -> node.role() != NodeRole.PRIMARY));
        return new Topology(all, links, cluster.slots(), alarms);
    }

    private String id(PatroniMember member) {
        HostPort address = member.address();
        return address == null ? member.name() + "@" + view.askedAt().host() : nodes.apply(address);
    }

    private Node enriched(Node node, PatroniMember member) {
        boolean seen = node.connected() || node.identity().timeline() != null;
        Node base = seen ? node : spoken(node, member);
        List<String> lines = new ArrayList<>(base.lines());
        marks(member).ifPresent(lines::add);
        return with(base, lines, severity(base, member), joined(base.details(), details(member)));
    }

    /** A member that nobody has entered yet: role and figures by Patroni's word. */
    private Node spoken(Node node, PatroniMember member) {
        PatroniSelf self = selves.get(member.name());
        Long position = self == null || self.position() == null ? member.lsn() : self.position();
        Integer timeline = self == null || self.timeline() == null ? member.timeline() : self.timeline();
        String first = "TL " + (timeline == null ? "?" : timeline)
                + (member.lagBytes() == null ? "" : " · " + Sizes.bytes(member.lagBytes()) + " behind");
        List<String> lines = new ArrayList<>(List.of(first));
        node.lines().stream().limit(1).forEach(lines::add);
        return new Node(
                node.id(),
                member.name(),
                node.address(),
                member.role().leads() ? NodeRole.PRIMARY : NodeRole.STANDBY,
                false,
                node.trouble(),
                new Node.Identity(self == null ? null : self.systemIdentifier(), timeline, position),
                self == null ? "" : self.postgresVersion(),
                null,
                syncState(member),
                member.role().leads() ? "primary · " + member.role().words() : title(member),
                lines,
                node.severity(),
                node.details());
    }

    private static String syncState(PatroniMember member) {
        return switch (member.role()) {
            case SYNC_STANDBY -> "sync";
            case QUORUM_STANDBY -> "quorum";
            case REPLICA -> "async";
            case LEADER, STANDBY_LEADER -> "";
        };
    }

    private static String title(PatroniMember member) {
        String sync = syncState(member);
        return sync.isEmpty() ? "standby" : "standby · " + sync;
    }

    private Node created(PatroniMember member) {
        Node nobody = new Node(
                id(member),
                member.name(),
                member.address(),
                NodeRole.STANDBY,
                false,
                Optional.empty(),
                Node.Identity.UNKNOWN,
                "",
                null,
                "",
                "standby",
                List.of("not connected"),
                Severity.NONE,
                List.of());
        return enriched(nobody, member);
    }

    private Optional<Link> link(PatroniMember member, Map<String, Node> drawn, List<Link> links) {
        Optional<PatroniMember> leader = view.leader();
        String to = id(member);
        boolean known = links.stream().anyMatch(link -> link.to().equals(to) && link.kind() == LinkKind.PHYSICAL);
        Node node = Objects.requireNonNull(drawn.get(to));
        if (member.role().leads() || leader.isEmpty() || known || node.connected()) {
            return Optional.empty();
        }
        boolean streams = member.runs() && streamsFrom(leader.get(), member);
        Long lag = member.lagBytes();
        return Optional.of(new Link(
                id(leader.get()),
                to,
                LinkKind.PHYSICAL,
                member.name(),
                streams ? "streaming" : Link.DOWN,
                "",
                new Lag(null, null, null, lag, null, null, null),
                streams ? Severity.NONE : Severity.CRITICAL,
                List.of(new Detail("Known from", "Patroni's REST API"))));
    }

    /** Newer versions call the state so; of older ones the leader knows. */
    private boolean streamsFrom(PatroniMember leader, PatroniMember member) {
        PatroniSelf self = selves.get(leader.name());
        return member.state().equals("streaming")
                || self == null
                || self.standbys().stream()
                        .anyMatch(one -> one.applicationName().equals(member.name()));
    }

    private static Optional<String> marks(PatroniMember member) {
        List<String> marks = new ArrayList<>();
        if (member.nofailover()) {
            marks.add("nofailover");
        }
        if (member.pendingRestart()) {
            marks.add("restart pending");
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", marks));
    }

    private static List<Detail> details(PatroniMember member) {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("Patroni", member.name() + ": " + member.role().words() + ", " + member.state()));
        if (!member.tags().isEmpty()) {
            details.add(new Detail(
                    "Tags",
                    String.join(
                            ", ",
                            member.tags().entrySet().stream()
                                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                                    .sorted()
                                    .toList())));
        }
        if (member.pendingRestart()) {
            details.add(new Detail("Restart", "settings wait for one", Severity.WARNING));
        }
        return details;
    }

    private static Severity severity(Node node, PatroniMember member) {
        Severity pending = member.pendingRestart() ? Severity.WARNING : Severity.NONE;
        Severity down = member.runs() || node.connected() ? Severity.NONE : Severity.CRITICAL;
        return node.severity().or(pending).or(down);
    }

    private List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        String somebody = view.leader()
                .or(() -> view.members().stream().findFirst())
                .map(this::id)
                .orElse("");
        if (view.leader().isEmpty()) {
            alarms.add(new Alarm(
                    Severity.CRITICAL,
                    somebody,
                    "Patroni has no leader: nobody takes writes",
                    "Look into Patroni's logs, and whether etcd, Consul or Kubernetes answers"));
        }
        if (view.paused()) {
            alarms.add(new Alarm(
                    Severity.WARNING,
                    somebody,
                    "Patroni is paused: it does not fail over by itself",
                    "Resume it when the maintenance is done"));
        }
        view.scheduled()
                .ifPresent(planned -> alarms.add(new Alarm(
                        Severity.WARNING,
                        somebody,
                        "a switchover" + (planned.to().isEmpty() ? "" : " to " + planned.to()) + " is scheduled for "
                                + planned.at(),
                        "")));
        for (PatroniMember member : view.members()) {
            if (member.pendingRestart()) {
                alarms.add(new Alarm(
                        Severity.WARNING,
                        id(member),
                        "settings of " + member.name() + " wait for a restart",
                        "Restart it when it suits"));
            }
        }
        return alarms;
    }

    private static List<Detail> joined(List<Detail> one, List<Detail> other) {
        List<Detail> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static Node with(Node node, List<String> lines, Severity severity, List<Detail> details) {
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
                lines,
                severity,
                details);
    }

    /** What SQL could not be asked of. */
    public static boolean isUnknown(@Nullable Node node) {
        return node == null || (!node.connected() && node.identity().timeline() == null);
    }
}
