package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that was seen in one refresh, and the way from announced addresses to who is there. Immutable. */
record Field(List<Seen> seen, Addresses addresses) {
    Field {
        seen = List.copyOf(seen);
    }

    Optional<Seen> node(String id) {
        return seen.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** By id, by one of its addresses or by its name. */
    Optional<Seen> named(String name) {
        return node(name)
                .or(() -> seen.stream()
                        .filter(one -> one.name().equals(name)
                                || one.aliases().stream()
                                        .anyMatch(alias -> alias.toString().equals(name)))
                        .findFirst());
    }

    /** Who is meant by an address that this server speaks of. */
    Optional<Seen> meant(Seen announcer, HostPort announced) {
        HostPort reachable = addresses.reach(announced, announcer.address());
        return seen.stream().filter(one -> one.aliases().contains(reachable)).findFirst();
    }

    Stream<Seen> servers() {
        return seen.stream().filter(one -> !one.sentinel());
    }

    Stream<Seen> sentinels() {
        return seen.stream().filter(Seen::sentinel);
    }

    /** Sentinels that answered, with what they think. */
    Stream<Opinion> opinions() {
        return sentinels().flatMap(one -> one.opinion().stream().map(sight -> new Opinion(one, sight)));
    }

    /** What one sentinel thinks. */
    record Opinion(Seen sentinel, SentinelSight sight) {}

    /** Servers that take writes. */
    List<Seen> primaries() {
        return servers().filter(Seen::isPrimary).toList();
    }

    /** Whom a replica follows, as it says, or said when it was last heard. */
    Optional<Seen> upstream(Seen replica) {
        return replica.lastData().flatMap(DataSight::primary).flatMap(address -> meant(replica, address));
    }

    /** Whom this sentinel takes for the primary. */
    Optional<Seen> primaryOf(Opinion opinion) {
        return opinion.sight().primaryAddress().flatMap(address -> meant(opinion.sentinel(), address));
    }

    /** Whom most of the sentinels take for the primary; empty without sentinels. */
    Optional<Seen> elected() {
        List<Seen> named =
                opinions().flatMap(opinion -> primaryOf(opinion).stream()).toList();
        return named.stream().distinct().max((one, other) -> Long.compare(votes(named, one), votes(named, other)));
    }

    private static long votes(List<Seen> named, Seen one) {
        return named.stream().filter(one::equals).count();
    }

    /**
     * The server that ought to take writes, whether it does or not: the sentinels' choice, else the only one that does,
     * else the one whom the replicas follow.
     */
    Optional<Seen> primary() {
        return elected().or(() -> busiest()).or(this::followed);
    }

    /** Of several that take writes the one with most replicas, then the furthest. */
    private Optional<Seen> busiest() {
        return primaries().stream().max((one, other) -> {
            int byReplicas = Long.compare(replicas(one), replicas(other));
            return byReplicas != 0 ? byReplicas : Long.compare(offset(one), offset(other));
        });
    }

    private static long replicas(Seen one) {
        return one.data().map(sight -> (long) sight.followers().size()).orElse(0L);
    }

    private static long offset(Seen one) {
        return one.data().map(DataSight::offset).orElse(0L);
    }

    private Optional<Seen> followed() {
        return servers()
                .flatMap(one -> upstream(one).stream())
                .filter(one -> upstream(one).isEmpty())
                .findFirst();
    }

    /** Those that follow this one, as they say themselves. */
    List<Seen> followersOf(Seen primary) {
        return servers()
                .filter(one -> !one.isPrimary())
                .filter(one -> upstream(one).map(primary::equals).orElse(false))
                .toList();
    }

    /** As this server is called by its primary or by itself: what other servers reach it by. */
    HostPort announcedBy(Seen replica, Seen primary) {
        return primary.data().stream()
                .flatMap(sight -> sight.followers().stream())
                .map(Follower::address)
                .filter(address -> meant(primary, address).map(replica::equals).orElse(false))
                .findFirst()
                .orElseGet(() -> announced(replica));
    }

    /** As the others call this server: the address that they announce for it; its own if nobody does. */
    HostPort announced(Seen server) {
        for (Seen other : seen) {
            for (Sight sight : other.last().stream().toList()) {
                for (Sight.Announced one : sight.announced()) {
                    if (!other.equals(server)
                            && meant(other, one.address()).map(server::equals).orElse(false)) {
                        return one.address();
                    }
                }
            }
        }
        return server.address();
    }
}
