package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Lsn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A planned change of the primary by SQL alone: the old one is kept from writing first, and the new one promoted only when
 * it has all that was written. Until then everything can be undone, and is, if anything goes wrong.
 */
final class SwitchByHand implements Action {
    private static final Duration FENCED = Duration.ofSeconds(5);
    private static final Duration CLIENTS_GONE = Duration.ofSeconds(10);
    /** So long writes may be away for a candidate that has to catch up. */
    static final Duration REPLAYED = Duration.ofSeconds(30);

    private static final Duration WRITABLE = Duration.ofSeconds(15);

    private final Change change;
    private final Sighting old;
    private final Target target;
    private final Duration patience;

    /**
     * @param target where the cluster was looked at from
     * @param patience with a candidate that has to catch up, while nobody takes writes
     */
    SwitchByHand(Change change, Sighting old, Target target, Duration patience) {
        this.change = change;
        this.old = old;
        this.target = target;
        this.patience = patience;
    }

    /** What it does, one line a step. */
    static List<String> steps(Standing standing, Sighting old, Sighting candidate) {
        String from = standing.name(old);
        String to = standing.name(candidate);
        List<String> steps = new ArrayList<>();
        steps.add("On " + from + ", so that it takes no new writes: " + oneLine(Deeds.fence()));
        steps.add("On " + from + ", to end the sessions that could still write: " + oneLine(Deeds.endClients()));
        steps.add("Wait until " + to + " has replayed all that " + from + " wrote, " + REPLAYED.toSeconds()
                + " s at most; else undo it: " + oneLine(Deeds.unfence()));
        steps.add("On " + to + ": " + oneLine(Deeds.promote(standing.system())));
        steps.add("Check that " + to + " takes writes.");
        FollowUp.of(standing, candidate).forEach(line -> steps.add("By hand afterwards: " + line));
        return steps;
    }

    private static String oneLine(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return "switchover";
    }

    @Override
    public String preview() {
        return change.preview(
                "Makes %s the primary in place of %s: keeps %s from writing, waits until %s has everything, and promotes it. %s has to be stopped and brought back by hand afterwards."
                        .formatted(change.name(), oldName(), oldName(), change.name(), oldName()));
    }

    @Override
    public String statement() {
        return "-- on " + oldName() + "\n" + Deeds.fence() + ";\n" + Deeds.endClients() + ";\n-- on " + change.name()
                + "\n" + Deeds.promote(change.standing().system()) + ";";
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
        checkBoth();
        try (WriteWatch watch = WriteWatch.begin(
                new WriteWatch.End(primary(), old.address()),
                new WriteWatch.End(next(), change.candidate().address()))) {
            Place last = giveUpWriting(tell);
            promote(tell);
            Waiting.until(WRITABLE, watch::isBack);
            return outcome(watch, last, start, tell);
        }
    }

    private void checkBoth() throws FaultException {
        Place before = place(primary());
        Place standby = place(next());
        String system = change.standing().system();
        boolean same = before.system().equals(system) && standby.system().equals(system);
        if (!same || before.standby() || !standby.standby()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    oldName() + " and " + change.name() + " are not what they were: "
                            + (before.standby()
                                    ? oldName() + " is in recovery"
                                    : change.name() + " is no standby of it"),
                    "Nothing was done; look at the cluster again");
        }
    }

    /** Where the old primary stands when it has stopped writing and the new one has it all. */
    private Place giveUpWriting(Consumer<String> tell) throws FaultException {
        try {
            Deeds.fence(primary());
            tell.accept(oldName() + " takes no new writes: default_transaction_read_only is on");
            Place fenced = fenced();
            endClients(fenced, tell);
            Deeds.barrier(primary());
            Place last = place(primary());
            tell.accept("waiting until " + change.name() + " has replayed " + Lsn.text(last.lsn()));
            boolean arrived = Waiting.until(patience, () -> place(next()).lsn() >= last.lsn());
            if (!arrived) {
                long left = last.lsn() - place(next()).lsn();
                throw new FaultException(
                        FaultKind.TIMEOUT,
                        change.name() + " has not caught up within " + Spans.words(patience) + ": " + Sizes.bytes(left)
                                + " are missing",
                        "Look why its replay is slow, and try again");
            }
            tell.accept(change.name() + " has everything");
            return last;
        } catch (FaultException e) {
            throw undone(e, tell);
        }
    }

    private Place fenced() throws FaultException {
        if (!Waiting.until(FENCED, () -> place(primary()).readOnly())) {
            throw new FaultException(
                    FaultKind.FAILED,
                    oldName() + " doesn't take over default_transaction_read_only",
                    "Something later in its configuration, or the command line, sets it");
        }
        return place(primary());
    }

    private void endClients(Place fenced, Consumer<String> tell) throws FaultException {
        long first = Deeds.endClients(primary(), fenced.takenAt());
        tell.accept(Sizes.of(first, "session that could write was ended", "sessions that could write were ended"));
        if (first > 0 && !Waiting.until(CLIENTS_GONE, () -> Deeds.endClients(primary(), fenced.takenAt()) == 0)) {
            throw new FaultException(
                    FaultKind.TIMEOUT,
                    "some sessions on " + oldName() + " don't end",
                    "They may be rolling back: look at the sessions pane");
        }
    }

    private void promote(Consumer<String> tell) throws FaultException {
        FaultException failed =
                new FaultException(FaultKind.FAILED, change.name() + " was not promoted", "Look into its log");
        boolean promoted = false;
        try {
            promoted = Deeds.promote(next(), change.standing().system());
        } catch (FaultException e) {
            failed = e;
        }
        if (promoted) {
            tell.accept(change.name() + " is promoted");
        } else if (isStillStandby()) {
            throw undone(failed, tell);
        } else {
            tell.accept(change.name() + " is about to become the primary, or can't be asked; " + oldName()
                    + " stays fenced");
        }
    }

    private boolean isStillStandby() {
        try {
            return place(next()).standby();
        } catch (FaultException unknown) {
            // the old one must not write again while the new one may
            return false;
        }
    }

    private FaultException undone(FaultException why, Consumer<String> tell) {
        Fault fault = why.fault();
        try {
            Deeds.unfence(primary());
            tell.accept("undone: " + oldName() + " takes writes again");
            return new FaultException(
                    new Fault(
                            fault.kind(),
                            fault.message() + "; it was undone, " + oldName() + " is still the primary",
                            fault.advice()),
                    why);
        } catch (FaultException e) {
            tell.accept(oldName() + " is still kept from writing: " + e.fault().message());
            return new FaultException(
                    new Fault(
                            fault.kind(),
                            fault.message() + "; " + oldName()
                                    + " is still kept from writing, and can't be asked to write again",
                            "When it can be reached: " + oneLine(Deeds.unfence())),
                    why);
        }
    }

    private Outcome outcome(WriteWatch watch, Place last, long start, Consumer<String> tell) {
        late(last, tell);
        FollowUp.of(change.standing(), change.candidate()).forEach(line -> tell.accept("to do: " + line));
        return Ends.outcome(
                watch,
                change,
                start,
                oldName() + " is kept from writing, and has to be stopped and brought back by hand");
    }

    /** Autovacuum may have had a number or two; anything else would have written behind the fence. */
    private void late(Place last, Consumer<String> tell) {
        try {
            long more = place(primary()).nextXid() - last.nextXid();
            if (more > 1) {
                tell.accept(Sizes.count(more) + " transactions began on " + oldName()
                        + " after it was kept from writing: compare, unless they were autovacuum's");
            }
        } catch (FaultException gone) {
            tell.accept(oldName() + " doesn't answer any more");
        }
    }

    private static Place place(PostgresServer server) throws FaultException {
        return server.look(Place::of);
    }

    private PostgresServer primary() {
        return old.server();
    }

    private PostgresServer next() {
        return change.candidate().server();
    }

    private String oldName() {
        return change.standing().name(old);
    }
}
