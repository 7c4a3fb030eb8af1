package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Preflight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What speaks for and against each replica as the new primary. */
final class Preflights {
    private final Field field;
    private final Seen primary;
    private final Way way;
    private final Succession succession;

    private Preflights(Field field, Seen primary) {
        this.field = field;
        this.primary = primary;
        this.way = Way.of(field);
        this.succession = new Succession(field, primary);
    }

    static Preflights of(Field field) throws FaultException {
        Seen primary = field.primary()
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT, "nobody is known to be the primary", "Wait for the next refresh"));
        return new Preflights(field, primary);
    }

    Seen primary() {
        return primary;
    }

    Way way() {
        return way;
    }

    Succession succession() {
        return succession;
    }

    /** The best first. */
    List<Preflight> all() {
        List<Seen> line = succession.line();
        return field.servers()
                .filter(seen -> !seen.equals(primary))
                .sorted(Comparator.comparingInt(seen -> line.contains(seen) ? line.indexOf(seen) : line.size()))
                .map(this::of)
                .sorted(Comparator.comparing(Preflight::verdict))
                .toList();
    }

    Preflight of(Seen candidate) {
        Optional<String> refusal = refusal(candidate);
        List<String> forIt = new ArrayList<>();
        List<String> against = new ArrayList<>();
        Judgement.Distance distance = Judgement.between(field, primary, candidate);
        Long loss = loss(candidate, distance);
        if (refusal.isEmpty()) {
            weigh(candidate, loss, forIt, against);
        }
        Preflight.Verdict verdict = refusal.isPresent()
                ? Preflight.Verdict.REFUSED
                : against.isEmpty() ? Preflight.Verdict.READY : Preflight.Verdict.RISKY;
        return new Preflight(
                candidate.id(),
                candidate.name(),
                verdict,
                forIt,
                against,
                refusal,
                refusal.isPresent() ? distance.bytes() : loss,
                null,
                refusal.isPresent() ? List.of() : Steps.of(field, primary, candidate, way, succession));
    }

    private Optional<String> refusal(Seen candidate) {
        Optional<DataSight> sight = candidate.data();
        if (sight.isEmpty()) {
            return Optional.of((Judgement.isClosed(candidate) ? "it can't be entered" : "it does not answer")
                    + candidate.fault().map(fault -> ": " + fault.message()).orElse(""));
        }
        if (sight.get().isPrimary()) {
            return Optional.of("it takes writes itself: this is a split brain, to be resolved with REPLICAOF");
        }
        if (sight.get().info().flag("loading") || sight.get().isSyncing()) {
            return Optional.of("it has not got all data yet: a full copy is under way");
        }
        boolean direct = field.upstream(candidate).map(primary::equals).orElse(false);
        if (!direct && way != Way.BY_HAND) {
            return Optional.of("it follows "
                    + field.upstream(candidate).map(Seen::name).orElse("somebody unknown")
                    + ", not the primary: "
                    + (way == Way.SENTINELS ? "the sentinels don't know it" : "FAILOVER reaches only direct replicas"));
        }
        if (primary.isPrimary() && !sight.get().linkUp()) {
            return Optional.of("its link to the primary is down");
        }
        return way == Way.SENTINELS ? refusedBySentinels(candidate) : Optional.empty();
    }

    private Optional<String> refusedBySentinels(Seen candidate) {
        if (Succession.priority(candidate) == 0) {
            return Optional.of("its replica-priority is 0: the sentinels never promote it");
        }
        if (field.opinions().anyMatch(opinion -> opinion.sight().isFailingOver())) {
            return Optional.of("a failover is under way already");
        }
        if (succession.sentinel().isEmpty()
                && field.opinions().anyMatch(opinion -> opinion.sight().isTilted())) {
            return Optional.of(
                    "the sentinels are in TILT mode, in which they only watch: their clock jumped, or they were"
                            + " held up. It ends after 30 s of calm");
        }
        if (succession.sentinel().isEmpty()) {
            return Optional.of("no sentinel that answers takes " + primary.name() + " for the primary");
        }
        if (!succession.isFirst(candidate) && succession.needed(candidate).isEmpty()) {
            return Optional.of("the sentinels choose "
                    + succession.line().stream().findFirst().map(Seen::name).orElse("somebody else")
                    + ": no replica-priority is lower than 1");
        }
        return Optional.empty();
    }

    /** With the primary alive writes wait until the candidate has all. */
    private @Nullable Long loss(Seen candidate, Judgement.Distance distance) {
        if (primary.isPrimary()) {
            return 0L;
        }
        Optional<DataSight> last = primary.lastData();
        if (last.isEmpty() || candidate.data().isEmpty()) {
            return distance.bytes();
        }
        return Math.max(0, last.get().offset() - candidate.data().get().offset());
    }

    private void weigh(Seen candidate, @Nullable Long loss, List<String> forIt, List<String> against) {
        DataSight sight = candidate.data().orElseThrow();
        Judgement.Distance distance = Judgement.between(field, primary, candidate);
        Long behind = distance.bytes();
        if (primary.isPrimary()) {
            forIt.add((behind == null || behind == 0 ? "It has all" : "It is " + Sizes.bytes(behind) + " behind")
                    + ", and writes wait until it has the rest");
        } else if (loss == null) {
            against.add("The primary is dead, and how much of its data this one has is not known");
        } else if (loss > 0) {
            against.add("The primary is dead: at least " + Sizes.bytes(loss) + " that only it had are lost");
        } else {
            forIt.add("It has all that the primary was last seen to have; what came after is lost");
        }
        bySentinels(candidate, forIt, against);
        if (way == Way.BY_HAND) {
            against.add("Nobody watches: when " + primary.name()
                    + " comes back it takes writes too, until REPLICAOF makes a replica of it");
        }
        compare(sight, against);
    }

    private void bySentinels(Seen candidate, List<String> forIt, List<String> against) {
        if (way != Way.SENTINELS) {
            return;
        }
        if (succession.isFirst(candidate)) {
            forIt.add("It is whom the sentinels choose: priority " + Succession.priority(candidate) + ", offset "
                    + Sizes.count(Succession.offset(candidate)));
        } else {
            OptionalLong needed = succession.needed(candidate);
            against.add("The sentinels would choose "
                    + succession.line().stream().findFirst().map(Seen::name).orElse("somebody else")
                    + ": its replica-priority is set to " + needed.orElse(1)
                    + " before, which they notice within 10 s, and back afterwards");
        }
        succession.sentinel().ifPresent(opinion -> {
            if (opinion.sight().quorumReached()) {
                forIt.add(opinion.sight().quorumSaid());
            } else {
                against.add("The quorum is not reachable: " + opinion.sight().quorumSaid());
            }
        });
    }

    private void compare(DataSight candidate, List<String> against) {
        Optional<DataSight> old = primary.lastData();
        if (old.isEmpty()) {
            return;
        }
        if (candidate.version().compareTo(old.get().version()) < 0) {
            against.add("It runs Redis " + candidate.version() + ", older than the primary's "
                    + old.get().version());
        }
        long max = candidate.info().number("maxmemory");
        long before = old.get().info().number("maxmemory");
        if (max > 0 && (before == 0 || max < before)) {
            against.add("Its maxmemory is " + Sizes.bytes(max) + ", the primary's "
                    + (before == 0 ? "has no limit" : Sizes.bytes(before)));
        }
        boolean saves = old.get().info().flag("aof_enabled");
        if (saves && !candidate.info().flag("aof_enabled")) {
            against.add("It writes no AOF, the primary does: a crash would lose more");
        }
    }
}
