package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.RepmgrNode;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is who in one refresh: names, roles, and who follows whom. Worked out once. */
final class Cast {
    private final List<Sighting> members;
    private final Followers followers;
    private final Map<String, Map<Sender, Sighting>> served = new LinkedHashMap<>();
    private final Map<String, Sender> senders = new HashMap<>();
    private final Map<String, Sighting> upstreams = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Ghost> ghosts = new ArrayList<>();

    Cast(List<Sighting> members, Followers followers) {
        this.members = List.copyOf(members);
        this.followers = followers;
        members.forEach(this::serve);
        members.forEach(this::findUpstream);
        members.forEach(member -> names.put(member.id(), nameOf(member)));
        boolean known = hiddenAreKnown();
        members.forEach(member -> findGhosts(member, known));
    }

    /** Whether the walsenders that tell nothing to this role serve standbys that tell nothing either: nobody is missing. */
    private boolean hiddenAreKnown() {
        long left = members.stream()
                .flatMap(member -> unserving(member).filter(Sender::hidden))
                .count();
        long open = members.stream()
                .filter(member -> Followers.receivesFromSomebody(member) && !upstreams.containsKey(member.id()))
                .count();
        return left <= open;
    }

    private Stream<Sender> unserving(Sighting member) {
        MemberReading reading = member.reading();
        return reading == null
                ? Stream.empty()
                : reading.senders().stream()
                        .filter(sender -> !served(member).containsKey(sender))
                        .filter(sender -> Followers.isStandby(sender) && !isBeginning(sender));
    }

    /** Without a slot yet nobody can tell a subscription from a standby, and in a moment it is known. */
    private static boolean isBeginning(Sender sender) {
        return sender.state().equals("startup") && sender.slot().isEmpty();
    }

    List<Sighting> members() {
        return members;
    }

    List<Ghost> ghosts() {
        return ghosts;
    }

    String name(Sighting member) {
        return names.getOrDefault(member.id(), member.id());
    }

    /** Whom the member's walsenders serve. */
    Map<Sender, Sighting> served(Sighting member) {
        return served.getOrDefault(member.id(), Map.of());
    }

    /** The walsender of its upstream that serves this standby; null if none is seen. */
    @Nullable
    Sender sender(Sighting standby) {
        return senders.get(standby.id());
    }

    /** Whom this standby follows, or ought to; null if that is not known, and for a primary. */
    @Nullable
    Sighting upstream(Sighting standby) {
        return upstreams.get(standby.id());
    }

    /** Who has the slot that this subscription reads from; null if nobody that is known. */
    @Nullable
    Sighting publisher(Sighting subscriber, SubscriptionReading subscription) {
        return followers.publisher(subscriber, subscription, members);
    }

    /** The primary of the same cluster that answers; the one with the newest timeline if there are two. */
    Optional<Sighting> primary(Sighting member) {
        MemberReading reading = member.last();
        if (reading == null) {
            return Optional.empty();
        }
        return primaries(reading.identity().system()).stream().max((a, b) -> Integer.compare(timeline(a), timeline(b)));
    }

    /** All of a cluster that answer, and take writes. */
    List<Sighting> primaries(String system) {
        return members.stream()
                .filter(member -> member.reading() != null
                        && member.reading().primary()
                        && member.reading().identity().system().equals(system))
                .toList();
    }

    /** All systems that answer, each once. */
    Set<String> systems() {
        Set<String> systems = new HashSet<>();
        for (Sighting member : members) {
            if (member.reading() != null) {
                systems.add(member.reading().identity().system());
            }
        }
        return systems;
    }

    static int timeline(Sighting member) {
        MemberReading reading = member.last();
        Integer timeline = reading == null ? null : reading.position().timeline();
        return timeline == null ? 0 : timeline;
    }

    NodeRole role(Sighting member) {
        MemberReading reading = member.last();
        if (reading == null) {
            return unseenRole(member);
        }
        if (!reading.primary()) {
            return NodeRole.STANDBY;
        }
        boolean publishes = served(member).keySet().stream().anyMatch(Sender::logical);
        return reading.subscriptions().isEmpty() || publishes ? NodeRole.PRIMARY : NodeRole.SUBSCRIBER;
    }

    /** Of somebody who never answered: what others take it for. */
    private NodeRole unseenRole(Sighting member) {
        boolean followed = upstreams.values().stream().anyMatch(one -> one.id().equals(member.id()));
        boolean primaryIsMissing = members.stream()
                .map(Sighting::reading)
                .noneMatch(reading -> reading != null
                        && reading.primary()
                        && reading.subscriptions().isEmpty());
        boolean primary =
                writtenDown(member).map(node -> node.type().equals("primary")).orElse(followed && primaryIsMissing);
        return primary ? NodeRole.PRIMARY : NodeRole.STANDBY;
    }

    private void serve(Sighting member) {
        Map<Sender, Sighting> mine = followers.of(member, members);
        served.put(member.id(), mine);
        mine.forEach((sender, standby) -> {
            if (!sender.logical()) {
                senders.put(standby.id(), sender);
                upstreams.put(standby.id(), member);
            }
        });
    }

    private void findUpstream(Sighting standby) {
        MemberReading reading = standby.last();
        if (reading != null && !reading.primary() && !upstreams.containsKey(standby.id())) {
            members.stream()
                    .filter(member -> !member.id().equals(standby.id())
                            && Boolean.TRUE.equals(followers.follows(standby, member)))
                    .findFirst()
                    .ifPresent(member -> upstreams.put(standby.id(), member));
        }
    }

    private String nameOf(Sighting member) {
        if (!member.name().isEmpty()) {
            return member.name();
        }
        Optional<String> written = writtenDown(member).map(RepmgrNode::name);
        if (written.isPresent()) {
            return written.get();
        }
        MemberReading reading = member.last();
        String cluster = reading == null ? "" : reading.facts().clusterName();
        if (!cluster.isEmpty()
                && members.stream()
                                .filter(one -> cluster.equals(clusterName(one)))
                                .count()
                        == 1) {
            return cluster;
        }
        String name = calledThere(member);
        return tells(name) ? name : member.id();
    }

    /** What a standby calls itself at its upstream, or would if it got through; empty if nobody knows. */
    private String calledThere(Sighting member) {
        Sender sender = senders.get(member.id());
        if (sender != null) {
            return sender.applicationName();
        }
        MemberReading reading = member.last();
        Upstream told = reading == null || reading.primary() ? null : Followers.told(reading);
        return told == null ? "" : told.applicationName();
    }

    /** The default of libpq's walreceiver tells nothing, nor does a name that several have. */
    private boolean tells(String name) {
        return !name.isEmpty()
                && !name.equals("walreceiver")
                && members.stream().filter(one -> name.equals(calledThere(one))).count() == 1;
    }

    private static @Nullable String clusterName(Sighting member) {
        MemberReading reading = member.last();
        return reading == null ? null : reading.facts().clusterName();
    }

    private Optional<RepmgrNode> writtenDown(Sighting member) {
        return members.stream()
                .map(Sighting::last)
                .filter(Objects::nonNull)
                .flatMap(reading -> reading.repmgr().stream())
                .filter(node ->
                        node.where() != null && node.where().hosts().stream().anyMatch(member.addresses()::contains))
                .findFirst();
    }

    private void findGhosts(Sighting member, boolean hiddenAreKnown) {
        unserving(member).filter(sender -> !(sender.hidden() && hiddenAreKnown)).forEach(sender -> {
            String name = sender.applicationName().isEmpty() ? "somebody" : sender.applicationName();
            String host = sender.clientAddress() == null ? member.address().host() : sender.clientAddress();
            String id = name + "@" + host;
            boolean taken = ghosts.stream().anyMatch(ghost -> ghost.id().equals(id));
            ghosts.add(new Ghost(taken ? id + "#" + sender.pid() : id, name, member, sender));
        });
    }
}
