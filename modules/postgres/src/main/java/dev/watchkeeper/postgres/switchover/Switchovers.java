package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.postgres.patroni.PatroniFinder;
import dev.watchkeeper.postgres.patroni.PatroniHold;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.replication.PostgresCluster;
import dev.watchkeeper.postgres.replication.Switching;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of a cluster's primary: through Patroni where it manages the cluster, else by hand. Asks all members anew. */
public final class Switchovers implements Switching {
    private static final Comparator<Preflight> BEST_FIRST = Comparator.comparing(Preflight::verdict)
            .thenComparingLong(Switchovers::lostMegabytes)
            .thenComparingInt(preflight -> preflight.against().size())
            .thenComparingLong(Switchovers::loss);

    private final PostgresCluster cluster;
    private final PatroniFinder finder;
    private final Target target;
    private final Duration patience;

    /** @param target where the cluster is looked at from */
    public Switchovers(PostgresCluster cluster, PatroniFinder finder, Target target) {
        this(cluster, finder, target, SwitchByHand.REPLAYED);
    }

    /** @param patience with a candidate that has to catch up, while nobody takes writes */
    Switchovers(PostgresCluster cluster, PatroniFinder finder, Target target, Duration patience) {
        this.patience = patience;
        this.cluster = cluster;
        this.finder = finder;
        this.target = target;
    }

    @Override
    public List<Preflight> preflights() throws FaultException {
        Standing standing = standing();
        Judge judge = new Judge(standing);
        return standing.members().stream().map(judge::of).sorted(BEST_FIRST).toList();
    }

    /** Bytes more or less, from one look to the next, don't make a better candidate. */
    private static long lostMegabytes(Preflight preflight) {
        return loss(preflight) >> 20;
    }

    private static long loss(Preflight preflight) {
        return Objects.requireNonNullElse(preflight.predictedLossBytes(), Long.MAX_VALUE);
    }

    @Override
    public Action switchover(String candidate) throws FaultException {
        Standing standing = standing();
        Sighting meant = meant(standing, candidate);
        Preflight preflight = new Judge(standing).of(meant);
        if (preflight.refusal().isPresent()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    preflight.name() + " is refused: " + preflight.refusal().get(),
                    "Nothing was done");
        }
        Change change = new Change(standing, meant, preflight);
        Optional<Managed> patroni = standing.patroni();
        if (patroni.isPresent()) {
            String name = patroni.get().member(meant).map(PatroniMember::name).orElseThrow();
            return new PatroniSwitchover(change, patroni.get(), name, target);
        }
        return standing.primary()
                .<Action>map(old -> new SwitchByHand(change, old, target, patience))
                .orElseGet(() -> new PromoteAlone(change, target));
    }

    private Sighting meant(Standing standing, String candidate) throws FaultException {
        return cluster.member(candidate)
                .or(() -> standing.members().stream()
                        .filter(member -> standing.managed(member)
                                .filter(one -> one.name().equals(candidate))
                                .isPresent())
                        .findFirst())
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "the cluster has no server " + candidate,
                        "There are "
                                + String.join(
                                        ", ",
                                        standing.members().stream()
                                                .map(standing::name)
                                                .toList())));
    }

    private Standing standing() throws FaultException {
        Optional<PatroniHold> hold = refreshed();
        List<Sighting> members = cluster.members();
        Map<String, String> names = new HashMap<>();
        Map<String, String> syncStates = new HashMap<>();
        for (Node node : cluster.topology().nodes()) {
            names.put(node.id(), node.name());
            syncStates.put(node.id(), node.syncState());
        }
        Optional<Managed> patroni = Optional.empty();
        if (hold.isPresent()) {
            patroni = Optional.of(Managed.ask(hold.get()));
        }
        Standing known = new Standing(members, names, syncStates, Standing.system(members), patroni, null);
        return new Standing(known.members(), known.names(), known.syncStates(), known.system(), patroni, work(known));
    }

    /** Nobody but Patroni may answer: it can be asked all the same. */
    private Optional<PatroniHold> refreshed() throws FaultException {
        try {
            cluster.refresh();
            Optional<PatroniHold> hold = finder.ask(readings());
            if (hold.isEmpty() && finder.trouble().isPresent()) {
                throw patroniIsSilent(finder.trouble().get());
            }
            return hold;
        } catch (FaultException e) {
            Optional<PatroniHold> hold = finder.hold();
            if (hold.isEmpty() || cluster.members().isEmpty()) {
                throw e;
            }
            return hold;
        }
    }

    private List<MemberReading> readings() {
        return cluster.members().stream()
                .map(Sighting::reading)
                .filter(Objects::nonNull)
                .toList();
    }

    /** By hand, behind Patroni's back, would end in two primaries. */
    private static FaultException patroniIsSilent(Fault trouble) {
        return new FaultException(new Fault(
                trouble.kind(),
                "Patroni manages this cluster, and doesn't answer: " + trouble.message(),
                "A switchover behind its back would end in two primaries; bring Patroni back first"));
    }

    private static @Nullable OpenWork work(Standing standing) {
        try {
            Optional<Sighting> primary = standing.primary();
            return primary.isPresent() ? OpenWork.of(primary.get().server()) : null;
        } catch (FaultException notAllowed) {
            return null;
        }
    }

    /** Judges one after the other. */
    private static final class Judge {
        private final Standing standing;
        private final Refusals refusals;

        Judge(Standing standing) {
            this.standing = standing;
            this.refusals = new Refusals(standing);
        }

        Preflight of(Sighting candidate) {
            Optional<String> refusal = refusals.of(candidate);
            Arguments arguments = Arguments.of(standing, candidate);
            Loss loss = Loss.of(standing, candidate);
            boolean comparable = !standing.primaries().contains(candidate) && isOfTheCluster(candidate);
            List<String> against = new ArrayList<>();
            refusal.ifPresent(against::add);
            against.addAll(comparable ? arguments.against() : List.of());
            Preflight.Verdict verdict = refusal.isPresent()
                    ? Preflight.Verdict.REFUSED
                    : against.isEmpty() ? Preflight.Verdict.READY : Preflight.Verdict.RISKY;
            return new Preflight(
                    candidate.id(),
                    standing.name(candidate),
                    verdict,
                    comparable ? arguments.forIt() : List.of(),
                    against,
                    refusal,
                    comparable ? loss.bytes() : null,
                    comparable ? loss.transactions() : null,
                    refusal.isPresent() ? List.of() : steps(candidate));
        }

        /** A subscriber's WAL is another one: positions in it tell nothing here. */
        private boolean isOfTheCluster(Sighting candidate) {
            MemberReading last = candidate.last();
            return last == null || last.identity().system().equals(standing.system());
        }

        private List<String> steps(Sighting candidate) {
            Optional<Managed> patroni = standing.patroni();
            if (patroni.isPresent()) {
                return patroni.get()
                        .member(candidate)
                        .map(member -> PatroniSwitchover.steps(patroni.get(), member.name()))
                        .orElse(List.of());
            }
            return standing.primary()
                    .map(old -> SwitchByHand.steps(standing, old, candidate))
                    .orElseGet(() -> PromoteAlone.steps(standing, candidate));
        }
    }
}
