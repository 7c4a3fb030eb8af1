package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Forests drawn by hand: {@code "2>1 3>2"} means that 2 waits for 1, and 3 for 2; {@code g} is a prepared transaction. */
final class Forests {
    static final Instant NOW = Instant.parse("2026-03-01T14:13:41Z");
    private static final Lockable TABLE = new Lockable("relation", "public.orders", "17");

    private Forests() {}

    /** Each waits for as many seconds as its pid says. */
    static BlockingForest of(String drawing) {
        List<Edge> edges = new ArrayList<>();
        Map<Party, Boolean> waits = new TreeMap<>();
        for (String edge : drawing.isEmpty() ? List.<String>of() : List.of(drawing.split("\\s+", -1))) {
            Party waiter = party(edge.substring(0, edge.indexOf('>')));
            Party blocker = party(edge.substring(edge.indexOf('>') + 1));
            edges.add(new Edge(waiter, blocker, false, LockMode.ACCESS_EXCLUSIVE));
            waits.put(waiter, true);
            waits.putIfAbsent(blocker, false);
        }
        List<Member> members = new ArrayList<>();
        waits.forEach((party, waiting) -> members.add(member(party, waiting)));
        return new BlockingForest(members, edges);
    }

    static Party party(String name) {
        return Character.isDigit(name.charAt(0)) ? Party.session(Integer.parseInt(name)) : Party.prepared(name);
    }

    static Snapshot<BlockingForest> at(long second, String drawing) {
        return new Snapshot<>(of(drawing), NOW.plusSeconds(second), ServerVersion.parse("18.6"), Cost.NONE);
    }

    private static Member member(Party party, boolean waiting) {
        Instant since = NOW.minus(Duration.ofSeconds(party.pid()));
        @Nullable Wait wait = waiting ? new Wait(TABLE, LockMode.ACCESS_EXCLUSIVE, since) : null;
        String query = party.pid() % 10 == 9 ? "ALTER TABLE orders ADD x int" : "select " + party.pid();
        return new Member(
                party,
                wait,
                List.of(),
                "app_rw",
                "shop",
                "",
                null,
                SessionState.ACTIVE,
                null,
                null,
                since,
                since,
                since,
                since,
                true,
                query);
    }
}
