package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who is a member, and who was looked at and is none. For one thread. */
final class Roster {
    private static final Duration IN_PEACE = Duration.ofMinutes(5);

    private final Ground ground;
    private final Places places;
    private final Kinship kinship;
    private final Map<HostPort, Member> members = new LinkedHashMap<>();
    /** Strangers, and since when they are left in peace. */
    private final Map<HostPort, Long> strangers = new HashMap<>();

    private List<Hint> hints = List.of();

    Roster(Ground ground, Places places, Kinship kinship) {
        this.ground = ground;
        this.places = places;
        this.kinship = kinship;
    }

    void hints(List<Hint> now) {
        hints = now;
    }

    List<Hint> hints() {
        return hints;
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    void seed(HostPort address) {
        if (!isMember(address)) {
            members.put(address, new Member(new Contact(ground, address)));
        }
    }

    boolean isMember(HostPort address) {
        return members.values().stream().anyMatch(member -> member.isAt(address));
    }

    /** Whether nobody has looked there in the last minutes. */
    boolean isNews(HostPort address) {
        Long since = strangers.get(address);
        boolean inPeace = since != null && System.nanoTime() - since < IN_PEACE.toNanos();
        return !inPeace && !isMember(address);
    }

    void forgive(HostPort address) {
        members.values().stream().filter(member -> member.isAt(address)).forEach(Member::forgive);
        strangers.remove(address);
    }

    void putAside(Contact contact) {
        contact.leave();
        strangers.put(contact.address(), System.nanoTime());
    }

    void admit(Contact contact, Answer answer) {
        Member member = new Member(contact);
        member.learn(answer);
        members.put(contact.address(), member);
        merge(member);
    }

    /**
     * Somebody names an address that doesn't answer: it is a member that is down, unless the same port of the same host is
     * known by another name.
     */
    void admitSilent(Contact contact, Answer answer) {
        HostPort address = contact.address();
        members.values().stream()
                .filter(one -> one.address().port() == address.port()
                        && places.sameHost(one.address().host(), address.host()))
                .findFirst()
                .ifPresentOrElse(
                        known -> {
                            known.alsoAt(address);
                            contact.leave();
                        },
                        () -> admit(contact, answer));
    }

    /** Takes in what the members said: one server under two addresses is one member, and strangers are none. */
    void settle() {
        members().forEach(this::merge);
        boolean again = true;
        while (again) {
            again = false;
            for (Member member : members.values()) {
                if (member.isDoubtful() && belongs(member)) {
                    member.prove();
                    again = true;
                }
            }
        }
        for (Member member : members()) {
            if (member.isDoubtful()) {
                members.remove(member.address());
                putAside(member.contact());
            }
        }
    }

    /** Those that never answered, and that nobody speaks of any more. */
    void forget(Set<HostPort> spokenOf) {
        boolean allAnswered = members.values().stream().filter(Member::isProven).allMatch(Member::answered);
        if (allAnswered) {
            members.values()
                    .removeIf(member -> member.last() == null
                            && !spokenOf.contains(member.address())
                            && !ground.seeds().contains(member.address()));
        }
    }

    List<Sighting> sightings() {
        return members.values().stream().map(this::sighting).toList();
    }

    /** Who comes first is known by its first address. */
    private void merge(Member member) {
        ServerIdentity identity = member.identity();
        for (Member other : members()) {
            if (other == member || identity == null) {
                return;
            }
            if (identity.equals(other.identity())) {
                other.alsoAt(member.address());
                members.remove(member.address());
                member.contact().leave();
                return;
            }
        }
    }

    private boolean belongs(Member doubtful) {
        MemberReading reading = Objects.requireNonNull(doubtful.last());
        List<Member> proven = members.values().stream()
                .filter(member -> member.isProven() && member != doubtful)
                .toList();
        return (proven.isEmpty() && !isBehindSomething(doubtful, reading))
                || proven.stream().map(this::sighting).anyMatch(known -> kinship.related(known, sighting(doubtful)));
    }

    /** A pooler on this computer answers in its server's name: the server itself will be found. */
    private boolean isBehindSomething(Member member, MemberReading reading) {
        HostPort address = member.address();
        return !ground.seeds().contains(address)
                && places.isHere(reading)
                && !address.isUnixSocket()
                && address.port() != reading.identity().port();
    }

    private Sighting sighting(Member member) {
        String saved = ground.saved().stream()
                .filter(known -> member.isAt(known.address()))
                .map(Known::name)
                .findFirst()
                .orElse("");
        Hint hint = hints.stream()
                .filter(one -> member.isAt(one.address()))
                .findFirst()
                .orElse(new Hint("", member.address(), ""));
        return member.sighting(saved.isEmpty() ? hint.name() : saved, hint.label(), places);
    }
}
