package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.replication.member.WalReceiver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which walsender serves which member. A walsender tells its client's name and address, but not its port; so what the members
 * say of themselves is held against it: the slot first, then the name, then the address.
 */
public final class Followers {
    private static final Pattern COPIES = Pattern.compile("pg_\\d+_sync_\\d+_\\d+");

    private static final int SLOT = 8;
    private static final int NAME = 4;
    private static final int ADDRESS = 2;
    private static final int TOGETHER = 1;
    private static final int ONLY_ONE = 1;
    private static final Duration LONG = Duration.ofDays(1);

    /** @param apart how far apart the two ends began; long if that is not known */
    private record Match(Sender sender, Sighting member, int points, Duration apart) {}

    private final Places places;
    private final Kinship kinship;

    Followers(Places places, Kinship kinship) {
        this.places = places;
        this.kinship = kinship;
    }

    /** Whom a member's walsenders serve, as far as it can be told; at most one member each, and each once a kind. */
    public Map<Sender, Sighting> of(Sighting upstream, List<Sighting> all) {
        Map<Sender, Sighting> found = told(upstream, all);
        if (left(upstream, found).isEmpty()) {
            return found;
        }
        Map<Sender, Sighting> complete = new LinkedHashMap<>(found);
        complete.putAll(remaining(all).of(upstream));
        return complete;
    }

    /** Walsenders that tell nothing to this role, and are not known by their slot or name. */
    private static List<Sender> left(Sighting upstream, Map<Sender, Sighting> found) {
        MemberReading reading = upstream.reading();
        return reading == null
                ? List.of()
                : reading.senders().stream()
                        .filter(sender -> sender.hidden() && !sender.logical() && isStandby(sender))
                        .filter(sender -> !found.containsKey(sender))
                        .toList();
    }

    private Remaining remaining(List<Sighting> all) {
        Remaining remaining = new Remaining();
        Set<String> served = new HashSet<>();
        for (Sighting member : all) {
            Map<Sender, Sighting> found = told(member, all);
            found.values().forEach(standby -> served.add(standby.id()));
            remaining.unserving(member, left(member, found));
        }
        remaining.assign(all.stream()
                .filter(member -> !served.contains(member.id()) && receivesFromSomebody(member))
                .toList());
        return remaining;
    }

    /** Whether a standby receives WAL, and doesn't tell from whom. */
    public static boolean receivesFromSomebody(Sighting member) {
        MemberReading reading = member.reading();
        return reading != null && !reading.primary() && reading.receiver() != null && told(reading) == null;
    }

    private Map<Sender, Sighting> told(Sighting upstream, List<Sighting> all) {
        MemberReading reading = upstream.reading();
        if (reading == null) {
            return Map.of();
        }
        Map<Sender, Sighting> found = new LinkedHashMap<>(logical(upstream, reading, all));
        List<Sender> physical = reading.senders().stream()
                .filter(sender -> !sender.logical() && isStandby(sender))
                .toList();
        found.putAll(best(candidates(upstream, physical, all)));
        return found;
    }

    /** Base backups take WAL too, as do who copies a table, and go away by themselves. */
    public static boolean isStandby(Sender sender) {
        return !sender.state().equals("backup")
                && !sender.applicationName().equals("pg_basebackup")
                && !copiesTable(sender);
    }

    /**
     * A process that copies one table for a new subscription: {@code pg_16394_sync_16385_7512…}, as it calls itself and its
     * slot. Without its slot, which it takes a moment later, it looks like a standby.
     */
    private static boolean copiesTable(Sender sender) {
        return COPIES.matcher(sender.slot()).matches()
                || COPIES.matcher(sender.applicationName()).matches();
    }

    /** Whether a standby says that it follows this member; null if it doesn't say. */
    public @Nullable Boolean follows(Sighting standby, Sighting upstream) {
        MemberReading reading = standby.last();
        Upstream told = reading == null ? null : told(reading);
        return told == null ? null : kinship.leadsTo(told, standby.address(), upstream.last(), upstream.addresses());
    }

    /** Whom a standby says that it follows; null if it doesn't say. */
    public static @Nullable Upstream told(MemberReading reading) {
        WalReceiver receiver = reading.receiver();
        return receiver != null && receiver.from() != null ? receiver.from() : reading.upstream();
    }

    /** Which member this subscription reads from, perhaps its own from another database; null if it is none of them. */
    public @Nullable Sighting publisher(Sighting subscriber, SubscriptionReading subscription, List<Sighting> all) {
        return all.stream()
                .filter(member -> kinship.reads(member, subscriber, subscription))
                // where it can't see its strings, two that read from each other are alike: the other one, then
                .min(Comparator.comparing(member -> member.id().equals(subscriber.id())))
                .orElse(null);
    }

    private Map<Sender, Sighting> logical(Sighting upstream, MemberReading reading, List<Sighting> all) {
        Map<Sender, Sighting> found = new LinkedHashMap<>();
        for (Sender sender : reading.senders()) {
            if (sender.logical()) {
                all.stream()
                        .filter(member -> reads(member, sender.slot(), upstream))
                        .findFirst()
                        .ifPresent(member -> found.put(sender, member));
            }
        }
        return found;
    }

    private boolean reads(Sighting member, String slot, Sighting upstream) {
        MemberReading subscriber = member.last();
        return subscriber != null
                && subscriber.subscriptions().stream()
                        .filter(one -> one.slot().equals(slot))
                        .anyMatch(one -> kinship.reads(upstream, member, one));
    }

    private List<Match> candidates(Sighting upstream, List<Sender> senders, List<Sighting> all) {
        List<Sighting> standbys =
                all.stream().filter(member -> mayFollow(member, upstream)).toList();
        List<Match> matches = new ArrayList<>();
        for (Sender sender : senders) {
            for (Sighting standby : standbys) {
                int points = points(upstream, sender, standby);
                if (points == 0 && senders.size() == 1 && standbys.size() == 1 && says(standby, upstream)) {
                    points = ONLY_ONE;
                }
                if (points > 0) {
                    Duration apart = apart(upstream, sender, standby);
                    matches.add(new Match(sender, standby, points, apart == null ? LONG : apart));
                }
            }
        }
        return matches;
    }

    private boolean mayFollow(Sighting member, Sighting upstream) {
        MemberReading reading = member.last();
        if (member.id().equals(upstream.id())) {
            return false;
        }
        if (reading == null) {
            return true;
        }
        MemberReading now = member.reading();
        Boolean follows = follows(member, upstream);
        return !reading.primary() && (now == null || now.receiver() != null) && (follows == null || follows);
    }

    private boolean says(Sighting standby, Sighting upstream) {
        return Boolean.TRUE.equals(follows(standby, upstream));
    }

    private int points(Sighting upstream, Sender sender, Sighting standby) {
        MemberReading reading = standby.last();
        int points = 0;
        if (reading != null) {
            WalReceiver receiver = reading.receiver();
            Duration apart = apart(upstream, sender, standby);
            if (apart != null && apart.compareTo(Kinship.TOGETHER) >= 0) {
                return 0;
            }
            points += apart == null ? 0 : TOGETHER;
            String slot = receiver != null && !receiver.slot().isEmpty()
                    ? receiver.slot()
                    : reading.settings().primarySlotName();
            if (!sender.slot().isEmpty()) {
                points += sender.slot().equals(slot) ? SLOT : 0;
            }
            points += names(reading).contains(sender.applicationName()) ? NAME : 0;
        }
        points += standby.name().equals(sender.applicationName()) ? NAME : 0;
        // on one host with the upstream everybody has the same address, also one that is down
        boolean telling =
                standby.reading() != null || !places.isHere(upstream.address().host());
        boolean sameHost = telling && places.sameHost(sender.clientAddress(), host(standby));
        return points + (sameHost ? ADDRESS : 0);
    }

    private static @Nullable Duration apart(Sighting upstream, Sender sender, Sighting standby) {
        MemberReading reading = standby.reading();
        WalReceiver receiver = reading == null ? null : reading.receiver();
        Instant start = receiver == null ? null : receiver.startedAt();
        return Kinship.apart(upstream, sender.backendStart(), standby, start);
    }

    private static Set<String> names(MemberReading reading) {
        Set<String> names = new HashSet<>();
        Upstream told = told(reading);
        if (told != null && !told.applicationName().isEmpty()) {
            names.add(told.applicationName());
        } else if (!reading.facts().clusterName().isEmpty()) {
            names.add(reading.facts().clusterName());
        }
        return names;
    }

    private static String host(Sighting member) {
        MemberReading reading = member.last();
        String server = reading == null ? null : reading.facts().serverAddress();
        return server == null ? member.address().host() : server;
    }

    private static Map<Sender, Sighting> best(List<Match> matches) {
        Map<Sender, Sighting> found = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        Comparator<Match> mostLikely =
                Comparator.comparingInt(Match::points).reversed().thenComparing(Match::apart);
        matches.stream().sorted(mostLikely).forEach(match -> {
            if (!found.containsKey(match.sender()) && taken.add(match.member().id())) {
                found.put(match.sender(), match.member());
            }
        });
        return found;
    }
}
