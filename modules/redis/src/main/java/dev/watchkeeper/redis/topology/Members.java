package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every address that was ever heard of, in the order in which it was. Used by one thread at a time. */
final class Members {
    private final Target finder;
    private final Doors doors;
    private final Addresses addresses;
    private final Map<HostPort, Member> known = new LinkedHashMap<>();

    /** @param company targets that may belong here too */
    Members(Target finder, List<Target> company, Doors doors) {
        this.finder = finder;
        this.doors = doors;
        this.addresses = new Addresses(AddressMap.of(finder.endpoint()));
        add(finder, false);
        company.forEach(target -> add(target, true));
    }

    private void add(Target target, boolean candidate) {
        Engine engine = target.endpoint().engine();
        if (engine == Engine.REDIS || engine == Engine.SENTINEL) {
            target.endpoint().hosts().forEach(host -> meet(host, engine == Engine.SENTINEL, candidate));
        }
    }

    private Optional<Member> meet(HostPort address, boolean sentinel, boolean candidate) {
        if (known.containsKey(address)) {
            return Optional.empty();
        }
        Engine engine = sentinel ? Engine.SENTINEL : Engine.REDIS;
        Member member = new Member(address, sentinel, candidate, () -> doors.door(finder, address, engine));
        known.put(address, member);
        return Optional.of(member);
    }

    /** Those of them that were not known before. */
    List<Member> meet(Member announcer, List<Sight.Announced> announced) {
        List<Member> fresh = new ArrayList<>();
        for (Sight.Announced one : announced) {
            HostPort reachable = addresses.reach(one.address(), announcer.address());
            meet(reachable, one.sentinel(), announcer.isCandidate()).ifPresent(fresh::add);
        }
        return fresh;
    }

    Addresses addresses() {
        return addresses;
    }

    List<Member> all() {
        return List.copyOf(known.values());
    }

    long sentinels() {
        return known.values().stream().filter(Member::isSentinel).count();
    }
}
