package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What will be done, one line a step, with the exact commands. */
final class Steps {
    private Steps() {}

    static List<String> of(Field field, Seen primary, Seen candidate, Way way, Succession succession) {
        HostPort to = field.announcedBy(candidate, primary);
        String replicaof = "REPLICAOF " + to.host() + " " + to.port();
        List<String> steps = new ArrayList<>();
        switch (way) {
            case SENTINELS -> sentinels(steps, primary, candidate, succession, replicaof);
            case HANDOVER -> {
                steps.add(on(primary) + "FAILOVER TO " + to.host() + " " + to.port() + " TIMEOUT "
                        + Handover.TIMEOUT.toMillis());
                siblings(steps, field, primary, candidate, replicaof);
            }
            case BY_HAND -> {
                steps.add(on(candidate) + "REPLICAOF NO ONE");
                siblings(steps, field, primary, candidate, replicaof);
                steps.add("When " + primary.name() + " is back, at once: " + replicaof);
            }
        }
        return steps;
    }

    private static void sentinels(
            List<String> steps, Seen primary, Seen candidate, Succession succession, String replicaof) {
        String sentinel =
                succession.sentinel().map(opinion -> on(opinion.sentinel())).orElse("");
        String name =
                succession.sentinel().map(opinion -> opinion.sight().name()).orElse("");
        OptionalLong steering = succession.needed(candidate);
        steps.add(sentinel + "SENTINEL CKQUORUM " + name);
        if (steering.isPresent()) {
            steps.add(on(candidate) + "CONFIG SET replica-priority " + steering.getAsLong());
        }
        if (primary.isPrimary()) {
            steps.add(on(primary) + "CLIENT PAUSE "
                    + SentinelTurn.pause(succession).toMillis() + " WRITE");
        }
        steps.add(sentinel + "SENTINEL FAILOVER " + name);
        if (primary.isPrimary()) {
            steps.add(on(primary) + replicaof + ", CLIENT UNPAUSE, CLIENT KILL TYPE normal");
        }
        if (steering.isPresent()) {
            steps.add(on(candidate) + "CONFIG SET replica-priority " + Succession.priority(candidate));
        }
    }

    private static void siblings(List<String> steps, Field field, Seen primary, Seen candidate, String replicaof) {
        field.followersOf(primary).stream()
                .filter(one -> !one.equals(candidate) && one.isHere())
                .forEach(one -> steps.add(on(one) + replicaof));
    }

    private static String on(Seen server) {
        return server.name() + ": ";
    }
}
