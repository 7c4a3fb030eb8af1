package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
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
    /** Strangers, and who said no: neither changes soon. */
    private static final Duration IN_PEACE = Duration.ofMinutes(5);
    /** Who was too busy, or is just being started. */
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Ground ground;
    private final Places places;
    private final Kinship kinship;
    private final Map<HostPort, Member> members = new LinkedHashMap<>();
    /** Who was looked at and is no member, and when they may be looked at again. */
    private final Map<HostPort, Long> strangers = new HashMap<>();

    private final Map<HostPort, Duration> spans = new HashMap<>();
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
        Long until = strangers.get(address);
        boolean inPeace = until != null && until - System.nanoTime() > 0;
        return !inPeace && !isMember(address);
    }

    void forgive(HostPort address) {
        members.values().stream().filter(member -> member.isAt(address)).forEach(Member::forgive);
        strangers.remove(address);
    }

    /** Then nothing is known at all, and whoever looks again wants to try the login again. */
    void forgiveIfNobodyAnswers() {
        if (members.values().stream().noneMatch(Member::answered)) {
            members.values().forEach(Member::forgive);
        }
    }

    /** It answered, and does not belong. */
    private void putAside(Contact contact) {
        leaveInPeace(contact, IN_PEACE);
    }

    /** A guess came to nothing. */
    void putAside(Contact contact, Fault fault) {
        boolean mayPass = fault.kind() == FaultKind.TIMEOUT || fault.kind() == FaultKind.UNREACHABLE;
        Duration span = mayPass ? spans.getOrDefault(contact.address(), A_MOMENT) : IN_PEACE;
        // a port that never answers would cost each refresh the patience for it
        spans.put(contact.address(), span.multipliedBy(4));
        leaveInPeace(contact, span.compareTo(IN_PEACE) < 0 ? span : IN_PEACE);
    }

    private void leaveInPeace(Contact contact, Duration span) {
        contact.leave();
        strangers.put(contact.address(), System.nanoTime() + span.toNanos());
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

    /** Who comes first keeps its address, unless that is only the way through a pooler. */
    private void merge(Member member) {
        ServerIdentity identity = member.identity();
        for (Member other : members()) {
            if (other == member || identity == null) {
                return;
            }
            if (identity.equals(other.identity())) {
                boolean worse = other.address().port() != identity.port()
                        && member.address().port() == identity.port()
                        && !ground.seeds().contains(other.address());
                Member kept = worse ? member : other;
                Member gone = worse ? other : member;
                kept.alsoAt(gone.address());
                members.remove(gone.address());
                gone.contact().leave();
                return;
            }
        }
    }

    private boolean belongs(Member doubtful) {
        MemberReading reading = Objects.requireNonNull(doubtful.last());
        List<Member> others = members.values().stream()
                .filter(member -> member != doubtful && !member.isDoubtful())
                .toList();
        boolean first = others.stream().noneMatch(Member::isProven) && !isBehindSomething(doubtful, reading);
        return first || others.stream().map(this::sighting).anyMatch(one -> kinship.related(one, sighting(doubtful)));
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
