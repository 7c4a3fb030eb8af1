package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A Redis primary with its replicas and sentinels, found from any one of them. */
public final class RedisCluster implements Cluster {
    private final Target finder;
    private final Doors doors;
    private final Explorer explorer;
    private final Probe<Topology> probe;

    /**
     * @param finder a Redis or a sentinel
     * @param company targets that were named along with it; those that are of one kin with it belong to the cluster too
     */
    public RedisCluster(Target finder, List<Target> company, Doors doors, Clock clock) {
        this.finder = finder;
        this.doors = doors;
        this.explorer = new Explorer(finder, new Members(finder, company, doors), clock);
        this.probe = new RedisProbe(explorer, clock);
    }

    @Override
    public Probe<Topology> probe() {
        return probe;
    }

    @Override
    public List<Preflight> preflights() throws FaultException {
        return Preflights.of(explorer.look()).all();
    }

    @Override
    public Action switchover(String candidate) throws FaultException {
        Field field = explorer.look();
        Preflights preflights = Preflights.of(field);
        Seen chosen =
                field.named(candidate).filter(one -> !one.sentinel()).orElseThrow(() -> unknown(candidate, field));
        if (chosen.equals(preflights.primary()) && chosen.isPrimary()) {
            throw new FaultException(FaultKind.CONFLICT, chosen.name() + " is the primary already", "");
        }
        Preflight preflight = preflights.of(chosen);
        if (preflight.verdict() == Preflight.Verdict.REFUSED) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    chosen.name() + " can't become the primary: "
                            + preflight.refusal().orElse(""),
                    "");
        }
        return new Change(
                finder,
                "switchover",
                TurnWords.preview(preflights, preflight),
                String.join("\n", preflight.steps()),
                Danger.DANGEROUS,
                new Turn(explorer, chosen.id(), preflights.way()));
    }

    private static FaultException unknown(String candidate, Field field) {
        String known = field.servers().map(Seen::name).collect(Collectors.joining(", "));
        return new FaultException(FaultKind.BAD_INPUT, "there is no server " + candidate, "There are " + known);
    }

    @Override
    public List<Offer> offers(Topology seen, Subject subject) {
        return explorer.last()
                .flatMap(field -> field.node(subject.node()).map(one -> new Offers(field, one).all()))
                .orElse(List.of());
    }

    @Override
    public void lend(String node) {
        explorer.last().flatMap(field -> field.node(node)).ifPresent(one -> {
            for (HostPort alias : one.aliases()) {
                doors.lend(finder, alias);
            }
        });
    }

    @Override
    public void close() {
        doors.close(finder);
    }
}
