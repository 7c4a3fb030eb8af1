package dev.watchkeeper.postgres.cluster;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.front.Front;
import dev.watchkeeper.postgres.front.FrontSight;
import dev.watchkeeper.postgres.front.Route;
import dev.watchkeeper.postgres.patroni.PatroniFinder;
import dev.watchkeeper.postgres.replication.discovery.Hint;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where only pools and proxies are named: the servers that they lead to, until one is found that knows the others. */
record FrontHints(List<Front> fronts, PatroniFinder patroni) implements Hints {
    FrontHints {
        fronts = List.copyOf(fronts);
    }

    @Override
    public List<Hint> find(List<MemberReading> members) {
        List<Hint> known = patroni.find(members);
        if (!known.isEmpty() || !members.isEmpty()) {
            return known;
        }
        Map<HostPort, String> found = new LinkedHashMap<>();
        fronts.stream().flatMap(FrontHints::routes).forEach(route -> {
            if (route.to() != null) {
                found.putIfAbsent(route.to(), route.server());
            }
        });
        List<Hint> hints = new ArrayList<>();
        found.forEach((address, name) -> hints.add(new Hint(name, address, "")));
        return hints;
    }

    private static Stream<Route> routes(Front front) {
        try {
            FrontSight sight = front.look();
            return sight.routes().stream();
        } catch (FaultException silent) {
            return Stream.empty();
        }
    }
}
