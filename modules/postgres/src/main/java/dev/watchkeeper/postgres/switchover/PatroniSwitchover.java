package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.patroni.PatroniAnswer;
import dev.watchkeeper.postgres.patroni.PatroniHold;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.patroni.PatroniRequest;
import dev.watchkeeper.postgres.patroni.PatroniView;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A change of the leader through Patroni, followed to its end. Without a leader it is a failover. */
final class PatroniSwitchover implements Action {
    private static final Duration WRITABLE = Duration.ofSeconds(15);
    private static final Duration ALL_BACK = Duration.ofSeconds(60);

    private final Change change;
    private final Managed patroni;
    private final String candidate;
    private final Target target;

    /** @param candidate Patroni's name for it */
    PatroniSwitchover(Change change, Managed patroni, String candidate, Target target) {
        this.change = change;
        this.patroni = patroni;
        this.candidate = candidate;
        this.target = target;
    }

    /** What it does, one line a step. */
    static List<String> steps(Managed patroni, String candidate) {
        return List.of(
                request(patroni, candidate)
                        .command(patroni.hold().api(), patroni.hold().client().tls()),
                "Patroni stops writes on " + leader(patroni).orElse("nobody: there is no leader") + ", waits until "
                        + candidate + " has everything, and makes it the leader.",
                "Wait until " + candidate + " takes writes.",
                "Wait until all others stream from it, the old leader too.");
    }

    private static PatroniRequest request(Managed patroni, String candidate) {
        return leader(patroni)
                .map(leader -> PatroniRequest.switchover(leader, candidate))
                .orElseGet(() -> PatroniRequest.failover(candidate));
    }

    private static Optional<String> leader(Managed patroni) {
        return patroni.view().leader().map(PatroniMember::name);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return leader(patroni).isPresent() ? "switchover" : "failover";
    }

    @Override
    public String preview() {
        String how = leader(patroni)
                .map(leader -> "Lets Patroni make %s the leader in place of %s.".formatted(candidate, leader))
                .orElseGet(() -> "Lets Patroni make %s the leader. There is none now: %s would be lost."
                        .formatted(
                                candidate,
                                Loss.of(change.standing(), change.candidate()).words()));
        return change.preview(how);
    }

    @Override
    public String statement() {
        PatroniHold hold = patroni.hold();
        return request(patroni, candidate).command(hold.api(), hold.client().tls());
    }

    @Override
    public Danger danger() {
        return Danger.DANGEROUS;
    }

    @Override
    public Outcome run() throws FaultException {
        return run(step -> {});
    }

    @Override
    public Outcome run(Consumer<String> tell) throws FaultException {
        long start = System.nanoTime();
        checkLeader();
        WriteWatch.@Nullable End old =
                change.standing().primary().map(PatroniSwitchover::end).orElse(null);
        try (WriteWatch watch = WriteWatch.begin(old, end(change.candidate()))) {
            tell.accept("asking Patroni at " + patroni.hold().api());
            PatroniFollower follower =
                    new PatroniFollower(patroni.hold(), leader(patroni).orElse(""), candidate, tell);
            CompletableFuture<PatroniAnswer> answer = ask();
            follower.followWhile(() -> !answer.isDone());
            Optional<PatroniAnswer> said = said(answer, tell);
            if (said.isPresent() && !said.get().ok()) {
                throw refused(said.get());
            }
            boolean leads = follower.awaitLeader(patroni.config().ttl().plus(WRITABLE));
            if (leads) {
                Waiting.until(WRITABLE, watch::isBack);
                tell.accept(
                        candidate + (watch.isBack() ? " takes writes" : " leads, and was not seen to take writes yet"));
                follower.awaitAll(ALL_BACK);
            }
            return outcome(watch, follower, start);
        }
    }

    private void checkLeader() throws FaultException {
        PatroniView now = patroni.hold().client().cluster(patroni.hold().api());
        Optional<String> leader = now.leader().map(PatroniMember::name);
        if (!leader.equals(leader(patroni))) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "the leader is " + leader.orElse("nobody") + " now, it was "
                            + leader(patroni).orElse("nobody"),
                    "Nothing was done; look at the cluster again");
        }
    }

    /** It answers only when it is done, so somebody else waits for it. */
    private CompletableFuture<PatroniAnswer> ask() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        PatroniHold hold = patroni.hold();
                        return hold.client().ask(hold.api(), request(patroni, candidate));
                    } catch (FaultException e) {
                        return new PatroniAnswer(e.fault());
                    }
                },
                Thread::startVirtualThread);
    }

    /** Empty if what became of it has to be seen: the connection broke, as it does when its node goes down. */
    private static Optional<PatroniAnswer> said(CompletableFuture<PatroniAnswer> answer, Consumer<String> tell)
            throws FaultException {
        PatroniAnswer said = answer.join();
        if (said.fault().isEmpty()) {
            tell.accept("Patroni says: " + said.text());
            return Optional.of(said);
        }
        if (said.fault().get().kind() == FaultKind.DENIED) {
            throw new FaultException(said.fault().get());
        }
        tell.accept(said.fault().get().message() + "; looking what becomes of it");
        return Optional.empty();
    }

    private FaultException refused(PatroniAnswer said) {
        return new FaultException(
                said.status() == 503 ? FaultKind.FAILED : FaultKind.CONFLICT,
                "Patroni did not make " + candidate + " the leader: " + said.text() + " (status " + said.status() + ")",
                said.status() == 503
                        ? "Look into the logs of Patroni on the leader and on " + candidate + ", and who leads now"
                        : "Nothing was done");
    }

    private Outcome outcome(WriteWatch watch, PatroniFollower follower, long start) {
        String rest = follower.missing().isEmpty()
                ? follower.leads() ? "all others stream from it" : "it does not lead"
                : "not back yet: " + String.join(", ", follower.missing());
        Outcome seen = Ends.outcome(watch, change, start, rest);
        return new Outcome(follower.leads() && seen.done(), seen.message(), seen.took(), seen.figures());
    }

    private static WriteWatch.End end(Sighting member) {
        return new WriteWatch.End(member.server(), member.address());
    }
}
