package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.OtherPlans;
import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.workload.Comparison;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What statements did in a stretch of the past, as it was recorded. The server itself is not asked. */
final class RecordedStatements implements Probe<StatementsShown> {
    /** Nobody asked the server for its own. */
    private static final ServerVersion RECORDED = new ServerVersion(0, "as recorded");

    /** So many other servers are named. */
    private static final int NAMED = 10;

    /** Opens the history. */
    @FunctionalInterface
    interface Opening {
        HistoryReader open() throws FaultException;
    }

    private final Opening history;
    private final String target;
    private final Stretch stretch;
    private final Clock clock;

    /** @param history opened when it is first asked */
    RecordedStatements(Opening history, String target, Stretch stretch, Clock clock) {
        this.history = history;
        this.target = target;
        this.stretch = stretch;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public Snapshot<StatementsShown> read() throws FaultException {
        HistoryReader reader = history.open();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Workload last = workload(reader, Interval.last(stretch.last(), now), now);
        Optional<Workload> earlier = Optional.empty();
        if (stretch.compare().isPresent()) {
            earlier = Optional.of(workload(reader, stretch.compare().get().before(now), now));
        }
        Map<QueryRef, String> texts = reader.texts(target, queries(last, earlier));
        Optional<Comparison> comparison = earlier.map(a -> Comparison.of(a, last, texts));
        Map<QueryRef, Instant> otherPlans =
                comparison.isPresent() ? OtherPlans.of(reader, target, comparison.get()) : Map.of();
        StatementsShown shown =
                new StatementsShown(last, texts, comparison, Optional.empty(), stretch.rows(), otherPlans);
        return new Snapshot<>(shown, last.to(), RECORDED, Cost.NONE);
    }

    private Workload workload(HistoryReader reader, Interval interval, Instant now) throws FaultException {
        Workload workload = reader.workload(target, interval);
        if (workload.length().isZero()) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "no statements were recorded from " + ago(interval.from(), now) + " to " + ago(interval.to(), now),
                    known(reader, now) + "Record them: watchkeeper record --on " + target
                            + "; or measure now, without --since and --compare");
        }
        return workload;
    }

    private String known(HistoryReader reader, Instant now) throws FaultException {
        List<String> targets = reader.targets();
        String others = targets.isEmpty() ? "" : ", only " + named(targets);
        return reader.extent(target)
                .map(extent ->
                        "The history knows it from " + ago(extent.from(), now) + " to " + ago(extent.to(), now) + ". ")
                .orElseGet(() -> "The history does not know this server" + others + ". ");
    }

    /** A server is known by the name under which it was recorded. */
    private static String named(List<String> targets) {
        String names = String.join(", ", targets.stream().limit(NAMED).toList());
        return targets.size() > NAMED ? names + " and " + (targets.size() - NAMED) + " more" : names;
    }

    private static String ago(Instant moment, Instant now) {
        Duration span = Duration.between(moment, now);
        return span.toSeconds() <= 0 ? "now" : Spans.words(span) + " ago";
    }

    private static Set<QueryRef> queries(Workload last, Optional<Workload> earlier) {
        Set<QueryRef> queries = new HashSet<>();
        last.uses().forEach(use -> queries.add(QueryRef.of(use.id())));
        earlier.ifPresent(workload -> workload.uses().forEach(use -> queries.add(QueryRef.of(use.id()))));
        return queries;
    }
}
