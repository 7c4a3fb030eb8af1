package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.app.reports.OtherPlans;
import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Stack;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.Comparison;
import dev.watchkeeper.kernel.workload.OwnStatements;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.statements.Coverage;
import dev.watchkeeper.postgres.statements.StatementTally;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads what was recorded of a server. The server itself is asked by the recorder alone, whose last answer gives the
 * stamp: when, and what it cost.
 */
final class PastProbe implements Probe<Past> {
    /** About as many steps as can be told apart on the screen. */
    private static final int STEPS = 240;

    private static final int TOLD_APART = 4;
    private static final int ROWS = 200;
    private static final ServerVersion RECORDED = new ServerVersion(0, "as recorded");

    private final PaneContext context;
    private final Supplier<Wanted> wanted;
    private final Texts texts = new Texts();

    PastProbe(PaneContext context, Supplier<Wanted> wanted) {
        this.context = context;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public Snapshot<Past> read() throws FaultException {
        Optional<Poll<?>> newest = context.recording().map(Recording::newest).map(polls -> polls.get("statements"));
        Optional<Snapshot<?>> counted = newest.flatMap(poll -> poll.latest().map(snapshot -> (Snapshot<?>) snapshot));
        Instant now = counted.map(Snapshot::takenAt).orElseGet(context.clock()::instant);
        Past past = past(wanted.get(), now, counted.flatMap(PastProbe::coverage), newest.flatMap(PastProbe::trouble));
        return new Snapshot<>(
                past,
                now,
                counted.map(Snapshot::version).orElse(RECORDED),
                counted.map(Snapshot::cost).orElse(Cost.NONE));
    }

    private static Optional<Coverage> coverage(Snapshot<?> snapshot) {
        return snapshot.value() instanceof StatementTally tally ? Optional.of(tally.coverage()) : Optional.empty();
    }

    private static Optional<Fault> trouble(Poll<?> poll) {
        return switch (poll) {
            case Poll.Fresh<?> fresh -> Optional.empty();
            case Poll.Unavailable<?> unavailable -> Optional.of(unavailable.fault());
            case Poll.Failed<?> failed -> Optional.of(failed.fault());
        };
    }

    private Past past(Wanted want, Instant now, Optional<Coverage> coverage, Optional<Fault> trouble)
            throws FaultException {
        HistoryReader history = context.history();
        String target = context.target().name();
        Interval visible = want.visible(now);
        Stack<StatementId> time = history.timeByStatement(target, visible, STEPS, TOLD_APART);
        Stack<String> activity = history.activity(target, want.by(), visible, STEPS, TOLD_APART);
        Workload all = history.workload(target, want.told(now));
        Optional<Workload> allBefore = Optional.empty();
        if (want.before().isPresent()) {
            allBefore = Optional.of(history.workload(target, want.before().get()));
        }
        Map<QueryRef, String> known = texts.of(history, target, queries(time, all, allBefore));
        Workload last = want.own() ? all : withoutOwn(all, known);
        Optional<Workload> earlier = want.own() ? allBefore : allBefore.map(one -> withoutOwn(one, known));
        Optional<Comparison> comparison = earlier.map(before -> Comparison.of(before, last, known));
        Map<QueryRef, Instant> otherPlans =
                comparison.isPresent() ? OtherPlans.of(history, target, comparison.get()) : Map.of();
        return new Past(
                want,
                now,
                time,
                activity,
                history.events(target, visible),
                history.extent(target),
                want.told(now),
                new StatementsShown(last, known, comparison, coverage, ROWS),
                otherPlans,
                all.uses().size() - last.uses().size(),
                trouble);
    }

    private static Workload withoutOwn(Workload workload, Map<QueryRef, String> texts) {
        return new Workload(
                workload.from(),
                workload.to(),
                workload.uses().stream()
                        .filter(use -> !OwnStatements.isOwn(texts.getOrDefault(QueryRef.of(use.id()), "")))
                        .toList(),
                workload.interruptions(),
                workload.covered());
    }

    private static Set<QueryRef> queries(Stack<StatementId> time, Workload last, Optional<Workload> earlier) {
        Set<QueryRef> queries = new HashSet<>();
        time.layers().forEach(layer -> queries.add(QueryRef.of(layer.key())));
        last.uses().forEach(use -> queries.add(QueryRef.of(use.id())));
        earlier.ifPresent(workload -> workload.uses().forEach(use -> queries.add(QueryRef.of(use.id()))));
        return queries;
    }
}
