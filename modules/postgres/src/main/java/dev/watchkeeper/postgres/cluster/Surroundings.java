package dev.watchkeeper.postgres.cluster;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.front.Behind;
import dev.watchkeeper.postgres.front.Front;
import dev.watchkeeper.postgres.front.FrontNames;
import dev.watchkeeper.postgres.front.FrontPicture;
import dev.watchkeeper.postgres.front.FrontSight;
import dev.watchkeeper.postgres.front.Landing;
import dev.watchkeeper.postgres.front.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The pools and proxies before a cluster, all asked at once, and none waited for long. A console knows those of many
 * clusters: the ones that lead to another one are not shown, and asked now and then only. For one thread.
 */
final class Surroundings implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration IN_PEACE = Duration.ofMinutes(1);

    private final List<Front> fronts;
    private final Target finder;
    private final Map<Front, CompletableFuture<FrontSight>> asked = new HashMap<>();
    private final Map<Front, Long> strangers = new HashMap<>();
    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    /** @param finder from which the cluster is looked at: if it is a front, it belongs to it */
    Surroundings(List<Front> fronts, Target finder) {
        this.fronts = List.copyOf(fronts);
        this.finder = finder;
    }

    List<Front> fronts() {
        return fronts;
    }

    /** From which the cluster is looked at. */
    Target finder() {
        return finder;
    }

    /** Begins to ask all that are not being asked yet. */
    void begin() {
        long now = System.nanoTime();
        strangers.values().removeIf(since -> now - since > IN_PEACE.toNanos());
        for (Front front : fronts) {
            if (strangers.containsKey(front)) {
                continue;
            }
            asked.computeIfAbsent(
                    front, one -> CompletableFuture.supplyAsync(() -> look(one), Thread::startVirtualThread));
        }
    }

    /** What they say; one that doesn't is seen to be missing. */
    List<FrontSight> take() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<FrontSight> sights = new ArrayList<>();
        for (Front front : fronts) {
            if (!strangers.containsKey(front)) {
                sights.add(taken(front, deadline));
            }
        }
        return sights;
    }

    /** Those that may stand before this cluster: all but those that were seen to lead to another one, and never to this. */
    List<FrontSight> related(List<FrontSight> sights, List<Behind> behind, List<Landing> landings) {
        boolean more = true;
        while (more) {
            more = false;
            for (FrontSight sight : sights) {
                more |= leadsToUs(sight, new FrontPicture(behind, sights, landings), behind)
                        && ours.add(sight.node().id());
            }
        }
        List<FrontSight> others = sights.stream()
                .filter(sight -> !isOurs(sight.node().id()) && leadsElsewhere(sight, behind, landings))
                .toList();
        for (Front front : fronts) {
            String id = FrontNames.id(front.target().endpoint().hosts().getFirst());
            if (others.stream().anyMatch(sight -> sight.node().id().equals(id))) {
                strangers.putIfAbsent(front, System.nanoTime());
            }
        }
        return sights.stream().filter(sight -> !others.contains(sight)).toList();
    }

    /** Where it leads is known, and is not here: to addresses of others, or to a server that answered in its own name. */
    private static boolean leadsElsewhere(FrontSight sight, List<Behind> behind, List<Landing> landings) {
        // as long as no member is known, everything is elsewhere
        boolean anybody = behind.stream().anyMatch(one -> one.identity() != null);
        boolean addresses = sight.routes().stream().map(Route::to).anyMatch(Objects::nonNull);
        boolean landed = landings.stream()
                .anyMatch(landing -> sight.entries().contains(landing.entry()) && landing.server() != null);
        return anybody && (addresses || landed);
    }

    private boolean isOurs(String id) {
        return ours.contains(id)
                || id.equals(FrontNames.id(finder.endpoint().hosts().getFirst()));
    }

    private boolean leadsToUs(FrontSight sight, FrontPicture picture, List<Behind> behind) {
        return picture.on(Topology.EMPTY).links().stream()
                .filter(link -> link.from().equals(sight.node().id()))
                .anyMatch(link -> ours.contains(link.to())
                        || behind.stream().anyMatch(one -> one.node().equals(link.to())));
    }

    private FrontSight taken(Front front, long deadline) {
        CompletableFuture<FrontSight> answer = asked.get(front);
        if (answer == null) {
            return missing(front, null);
        }
        try {
            FrontSight sight = answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            asked.remove(front);
            return sight;
        } catch (TimeoutException slow) {
            return missing(front, null);
        } catch (ExecutionException e) {
            asked.remove(front);
            throw new IllegalStateException("asking " + front.target().name() + " broke", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing(front, null);
        }
    }

    private static FrontSight look(Front front) {
        try {
            return front.look();
        } catch (FaultException e) {
            return missing(front, e.fault());
        }
    }

    private static FrontSight missing(Front front, @Nullable Fault why) {
        Target target = front.target();
        var at = target.endpoint().hosts().getFirst();
        String name = FrontNames.of(target);
        Fault fault = why == null ? new Fault(FaultKind.TIMEOUT, name + " does not answer in time") : why;
        boolean pool = target.endpoint().engine() == Engine.PGBOUNCER;
        Node node = new Node(
                FrontNames.id(at),
                name,
                at,
                pool ? NodeRole.POOL : NodeRole.PROXY,
                false,
                Optional.of(fault),
                Node.Identity.UNKNOWN,
                "",
                null,
                "",
                pool ? "pool" : "proxy",
                List.of(fault.kind() == FaultKind.DENIED ? "not entered" : "does not answer"),
                Severity.CRITICAL,
                List.of());
        return new FrontSight(
                node,
                List.of(),
                List.of(),
                List.of(new Alarm(Severity.CRITICAL, node.id(), fault.message(), fault.advice())));
    }

    @Override
    public void close() {
        fronts.forEach(Front::close);
    }
}
