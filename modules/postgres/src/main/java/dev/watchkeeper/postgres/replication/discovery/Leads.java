package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the members say of servers that are not known yet. */
final class Leads {
    private static final int USUAL_PORT = 5432;
    /** So few saved targets are asked anyway: somebody named them for this cluster. */
    private static final int FEW = 8;

    private final List<Known> saved;
    private final Places places;
    private final Followers followers;
    private final LocalServers local = new LocalServers();
    private final boolean direct;
    private Set<String> orphansBefore = Set.of();

    /** @param direct whether addresses are those of this computer, so that it may be looked around here */
    Leads(List<Known> saved, boolean direct, Places places, Followers followers) {
        this.saved = saved;
        this.direct = direct;
        this.places = places;
        this.followers = followers;
    }

    /** In the order of trust, each address once. */
    List<Lead> from(List<Sighting> members, List<Hint> hints) {
        Set<Lead> leads = new LinkedHashSet<>();
        for (Sighting member : members) {
            MemberReading reading = member.reading();
            if (reading != null) {
                toldBy(member, reading).forEach(address -> leads.add(new Lead(address, true)));
            }
        }
        hints.forEach(hint -> leads.add(new Lead(hint.address(), true)));
        List<Known> near = saved.size() <= FEW ? saved : near(members);
        near.forEach(one -> leads.add(new Lead(one.address(), false)));
        guesses(members, leads);
        return List.copyOf(leads);
    }

    private List<HostPort> toldBy(Sighting member, MemberReading reading) {
        Stream<Upstream> upstreams =
                Stream.of(Followers.told(reading), reading.upstream()).filter(Objects::nonNull);
        Stream<Upstream> publishers =
                reading.subscriptions().stream().map(one -> one.publisher()).filter(Objects::nonNull);
        Stream<Upstream> written =
                reading.repmgr().stream().map(one -> one.where()).filter(Objects::nonNull);
        return Stream.of(upstreams, publishers, written)
                .flatMap(all -> all)
                .flatMap(one -> places.seenFrom(member.address(), one.hosts()).stream())
                .distinct()
                .toList();
    }

    private List<Known> near(List<Sighting> members) {
        Set<String> hosts = new LinkedHashSet<>();
        for (Sighting member : members) {
            MemberReading reading = member.last();
            member.addresses().forEach(address -> hosts.add(address.host()));
            if (reading != null) {
                reading.senders().stream()
                        .map(Sender::clientAddress)
                        .filter(Objects::nonNull)
                        .forEach(hosts::add);
            }
        }
        return saved.stream()
                .filter(one -> hosts.contains(one.address().host()))
                .toList();
    }

    private void guesses(List<Sighting> members, Set<Lead> leads) {
        Set<String> orphans = new LinkedHashSet<>();
        boolean anybodyHere = false;
        for (Sighting member : members) {
            anybodyHere |= member.here() && member.reading() != null;
            for (Sender orphan : orphans(member, members)) {
                orphans.add(member.id() + " " + orphan.pid());
                guess(member, orphan).forEach(address -> leads.add(new Lead(address, false)));
            }
        }
        if (anybodyHere && direct) {
            boolean newOrphan = !orphansBefore.containsAll(orphans);
            local.look(!orphans.isEmpty(), newOrphan).forEach(address -> leads.add(new Lead(address, false)));
        }
        orphansBefore = orphans;
    }

    private List<Sender> orphans(Sighting member, List<Sighting> members) {
        MemberReading reading = member.reading();
        if (reading == null) {
            return List.of();
        }
        Map<Sender, Sighting> matched = followers.of(member, members);
        return reading.senders().stream()
                .filter(sender -> !matched.containsKey(sender))
                .filter(Followers::isStandby)
                .toList();
    }

    /** A walsender's client tells no port: the upstream's own, or the usual one. */
    private List<HostPort> guess(Sighting member, Sender orphan) {
        String address = orphan.clientAddress();
        MemberReading reading = member.reading();
        if (address == null || reading == null) {
            return List.of();
        }
        List<HostPort> guesses = new ArrayList<>();
        for (int port : List.of(reading.identity().port(), USUAL_PORT)) {
            guesses.add(places.seenFrom(member.address(), new HostPort(address, port)));
        }
        return guesses;
    }
}
