package dev.watchkeeper.history.keeping;

import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.HistoryInfo;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.history.Stack;
import dev.watchkeeper.history.StatementPoint;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.reading.Charts;
import dev.watchkeeper.history.reading.Workloads;
import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.history.store.Library;
import dev.watchkeeper.history.store.Shelf;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.Workload;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A history in any database that is a {@link Library}. Thread-safe. */
public class FrameHistory implements HistoryStore {
    private final Library library;

    protected FrameHistory(Library library) {
        this.library = library;
    }

    /** What is known of one server. */
    private interface OfTarget<T> {
        T on(Ledger ledger, int target) throws SQLException;
    }

    private <T> T of(String target, T unknown, OfTarget<T> work) throws FaultException {
        return library.read(ledger -> {
            Integer number = ledger.targets().get(target);
            return number == null ? unknown : work.on(ledger, number);
        });
    }

    @Override
    public void write(Batch batch) throws FaultException {
        writeAll(List.of(batch));
    }

    /** All of them, or, if this throws, none. */
    @Override
    public void writeAll(Collection<Batch> batches) throws FaultException {
        library.write(ledger -> {
            BatchWriter writer = new BatchWriter(ledger);
            for (Batch batch : batches) {
                writer.write(batch);
            }
            return batches.size();
        });
    }

    @Override
    public long prune(Retention retention, Instant now) throws FaultException {
        return new Pruner(library).prune(retention, now);
    }

    @Override
    public Lease claim(String target, String recorder, Duration stale) throws FaultException {
        return library.write(ledger -> ledger.memos().claim(ledger.target(target), recorder, stale));
    }

    @Override
    public void release(String recorder) throws FaultException {
        library.write(ledger -> {
            ledger.memos().release(recorder);
            return recorder;
        });
    }

    @Override
    public List<String> targets() throws FaultException {
        return library.read(ledger -> List.copyOf(ledger.targets().keySet()));
    }

    @Override
    public Optional<Interval> extent(String target) throws FaultException {
        return of(target, Optional.empty(), FrameHistory::extent);
    }

    private static Optional<Interval> extent(Ledger ledger, int target) throws SQLException {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Shelf<?> shelf : ledger.shelves()) {
            for (Grain grain : Grain.values()) {
                OptionalLong first = shelf.first(target, grain);
                OptionalLong last = shelf.last(target, grain);
                if (first.isPresent() && last.isPresent()) {
                    from = Math.min(from, first.getAsLong());
                    to = Math.max(to, last.getAsLong() + grain.millis());
                }
            }
        }
        return from > to
                ? Optional.empty()
                : Optional.of(new Interval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
    }

    @Override
    public List<Series> series(String target, Metric metric, Interval interval, int bins) throws FaultException {
        return of(target, List.of(), (ledger, number) -> new Charts(ledger, number).series(metric, interval, bins));
    }

    @Override
    public Stack<String> activity(String target, ActivityBy by, Interval interval, int bins, int top)
            throws FaultException {
        return of(
                target,
                Charts.nothing(interval, bins),
                (ledger, number) -> new Charts(ledger, number).activity(by, interval, bins, top));
    }

    @Override
    public Stack<StatementId> timeByStatement(String target, Interval interval, int bins, int top)
            throws FaultException {
        return of(
                target,
                Charts.nothing(interval, bins),
                (ledger, number) -> new Charts(ledger, number).timeByStatement(interval, bins, top));
    }

    @Override
    public Workload workload(String target, Interval interval) throws FaultException {
        return of(
                target,
                new Workload(interval.from(), interval.from(), List.of(), List.of()),
                (ledger, number) -> new Workloads(ledger, number).workload(interval));
    }

    @Override
    public List<StatementPoint> statement(String target, StatementId id, Interval interval, int bins)
            throws FaultException {
        return of(target, List.of(), (ledger, number) -> new Workloads(ledger, number).statement(id, interval, bins));
    }

    @Override
    public Map<QueryRef, String> texts(String target, Collection<QueryRef> queries) throws FaultException {
        return of(target, Map.of(), (ledger, number) -> ledger.memos().texts(number, Set.copyOf(queries)));
    }

    @Override
    public List<HistoryEvent> events(String target, Interval interval) throws FaultException {
        return of(target, List.of(), (ledger, number) -> ledger.memos().events(number, interval));
    }

    @Override
    public List<KeptPlan> plans(String target, QueryRef query) throws FaultException {
        return of(target, List.of(), (ledger, number) -> ledger.memos().plans(number, query));
    }

    @Override
    public HistoryInfo info() throws FaultException {
        List<HistoryInfo.OfTarget> all = library.read(ledger -> {
            List<HistoryInfo.OfTarget> targets = new ArrayList<>();
            for (Map.Entry<String, Integer> target : ledger.targets().entrySet()) {
                long rows = 0;
                for (Shelf<?> shelf : ledger.shelves()) {
                    for (Grain grain : Grain.values()) {
                        rows += shelf.count(target.getValue(), grain);
                    }
                }
                targets.add(new HistoryInfo.OfTarget(target.getKey(), extent(ledger, target.getValue()), rows));
            }
            return targets;
        });
        return new HistoryInfo(library.place(), library.bytes(), all);
    }

    /** What it is kept in, to copy it into another one. */
    Library library() {
        return library;
    }

    @Override
    public void close() {
        library.close();
    }
}
