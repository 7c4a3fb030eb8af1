package dev.watchkeeper.postgres.cluster;

import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.front.Behind;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The members of a cluster as those before it may know them. */
final class Cast {
    private Cast() {}

    static List<Behind> behind(List<Sighting> members, Topology topology) {
        return members.stream().map(member -> behind(member, topology, members)).toList();
    }

    private static Behind behind(Sighting member, Topology topology, List<Sighting> all) {
        MemberReading reading = member.last();
        String name = topology.node(member.id()).map(Node::name).orElse(member.id());
        return new Behind(
                member.id(),
                name,
                Set.copyOf(member.addresses()),
                names(member, name, all),
                reading == null ? null : reading.identity(),
                reading != null && member.reading() != null && reading.primary());
    }

    /** Its host only where no other member is on it. */
    private static Set<String> names(Sighting member, String name, List<Sighting> all) {
        Set<String> names = new HashSet<>(Set.of(name));
        MemberReading reading = member.last();
        if (!member.name().isEmpty()) {
            names.add(member.name());
        }
        if (reading != null && !reading.facts().clusterName().isEmpty()) {
            names.add(reading.facts().clusterName());
        }
        long alike = all.stream()
                .filter(other -> other.address().host().equals(member.address().host()))
                .count();
        if (alike == 1) {
            names.add(member.address().host());
        }
        all.stream()
                .map(Sighting::reading)
                .filter(Objects::nonNull)
                .flatMap(other -> other.senders().stream())
                .filter(sender -> reading != null && isIts(sender, reading))
                .map(Sender::applicationName)
                .forEach(names::add);
        return names;
    }

    private static boolean isIts(Sender sender, MemberReading reading) {
        String slot = reading.settings().primarySlotName();
        return !slot.isEmpty() && sender.slot().equals(slot);
    }
}
