package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes a standby the primary whose primary is gone: what it did not get is lost. */
final class PromoteAlone implements Action {
    private static final Duration WRITABLE = Duration.ofSeconds(15);
    private static final Duration KNOCK = Duration.ofSeconds(2);

    private final Change change;
    private final Target target;

    PromoteAlone(Change change, Target target) {
        this.change = change;
        this.target = target;
    }

    /** What it does, one line a step. */
    static List<String> steps(Standing standing, Sighting candidate) {
        List<String> steps = new ArrayList<>();
        standing.lost()
                .ifPresent(lost -> steps.add("Check that " + standing.name(lost)
                        + " still doesn't answer. That it is off," + " and stays off, only you can make sure."));
        steps.add("On " + standing.name(candidate) + ": "
                + Deeds.promote(standing.system()).replaceAll("\\s+", " "));
        steps.add("Check that " + standing.name(candidate) + " takes writes.");
        FollowUp.of(standing, candidate).forEach(line -> steps.add("By hand afterwards: " + line));
        return steps;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return "promote";
    }

    @Override
    public String preview() {
        String loss = Loss.of(change.standing(), change.candidate()).words();
        String lost = lost().map(change.standing()::name).orElse("The primary");
        return change.preview(
                "Promotes %s without its primary. %s doesn't answer: what it wrote and %s did not get, %s, is lost. If it runs after all, both take writes: make sure that it is off. There is no undo."
                        .formatted(change.name(), lost, change.name(), loss));
    }

    @Override
    public String statement() {
        return "-- on " + change.name() + "\n" + Deeds.promote(change.standing().system()) + ";";
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
        if (lost().filter(PromoteAlone::answersAsPrimary).isPresent()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    lost().map(change.standing()::name).orElse("the primary") + " answers again, and takes writes",
                    "Nothing was done. Look at the cluster again: a switchover loses nothing");
        }
        WriteWatch.End next = new WriteWatch.End(
                change.candidate().server(), change.candidate().address());
        try (WriteWatch watch = WriteWatch.begin(null, next)) {
            tell.accept("promoting " + change.name());
            if (!Deeds.promote(change.candidate().server(), change.standing().system())) {
                throw new FaultException(
                        FaultKind.CONFLICT,
                        change.name() + " was not promoted: it is no standby any more, or took longer than "
                                + Deeds.PROMOTION.toSeconds() + " s",
                        "Look at it again, and into its log");
            }
            tell.accept(change.name() + " is promoted");
            Waiting.until(WRITABLE, watch::isBack);
            FollowUp.of(change.standing(), change.candidate()).forEach(line -> tell.accept("to do: " + line));
            return Ends.outcome(watch, change, start, "the old primary must not come back as one");
        }
    }

    private Optional<Sighting> lost() {
        return change.standing().lost();
    }

    private static boolean answersAsPrimary(Sighting lost) {
        try {
            return lost.server()
                    .plain()
                    .through(
                            lost.address(),
                            KNOCK,
                            connected -> !Place.of(connected).standby());
        } catch (FaultException stillGone) {
            return false;
        }
    }
}
