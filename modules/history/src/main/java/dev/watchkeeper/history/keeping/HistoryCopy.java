package dev.watchkeeper.history.keeping;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.frame.Frame;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.history.store.Library;
import dev.watchkeeper.history.store.Names;
import dev.watchkeeper.history.store.Shelf;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Copies one history into another one, as finely as it is there. What stands there already of the same moments stays, so
 * that a copy that was broken off can be made again. The first one is left as it is.
 */
public final class HistoryCopy {
    private static final Interval EVER = new Interval(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    private final Library from;
    private final Library to;
    private final Consumer<String> progress;

    /** @param progress hears how far it is, in a few words */
    public HistoryCopy(FrameHistory from, FrameHistory to, Consumer<String> progress) {
        this.from = from.library();
        this.to = to.library();
        this.progress = progress;
    }

    /** How many rows were read. */
    public long run() throws FaultException {
        long rows = 0;
        Map<String, Integer> targets = from.read(Ledger::targets);
        for (Map.Entry<String, Integer> target : targets.entrySet()) {
            long own = memos(target.getKey(), target.getValue());
            own += frames(target.getKey(), target.getValue(), Ledger::activity, Ledger::activityKeys);
            own += frames(target.getKey(), target.getValue(), Ledger::points, Ledger::lines);
            own += frames(target.getKey(), target.getValue(), Ledger::steps, Ledger::statements);
            progress.accept(target.getKey() + ": " + own + " rows");
            rows += own;
        }
        return rows;
    }

    /** What is kept beside frames. */
    private record Beside(
            Map<QueryRef, String> texts,
            List<HistoryEvent> events,
            List<Interruption> interruptions,
            List<KeptPlan> plans) {}

    private long memos(String name, int number) throws FaultException {
        Beside found = from.read(ledger -> new Beside(
                ledger.memos().texts(number),
                ledger.memos().events(number, EVER),
                ledger.memos().interruptions(number, EVER),
                ledger.memos().plans(number)));
        return to.write(ledger -> {
            int target = ledger.target(name);
            ledger.memos().keepTexts(target, found.texts());
            ledger.memos().keepEvents(target, found.events());
            ledger.memos().keepInterruptions(target, found.interruptions());
            ledger.memos().keepPlans(target, found.plans());
            return (long) found.texts().size()
                    + found.events().size()
                    + found.plans().size();
        });
    }

    private <F extends Frame<F>, T> long frames(
            String name, int number, Function<Ledger, Shelf<F>> shelf, Function<Ledger, Names<T>> names)
            throws FaultException {
        long rows = 0;
        for (Grain grain : Grain.values()) {
            long next = Long.MIN_VALUE;
            while (true) {
                Piece<F, T> piece = piece(number, grain, next, shelf, names);
                if (piece.frames().isEmpty()) {
                    break;
                }
                to.write(ledger -> put(ledger, name, grain, piece, shelf, names));
                rows += piece.frames().size();
                next = piece.end();
            }
        }
        return rows;
    }

    /** Frames of a stretch of time and what their numbers mean. */
    private record Piece<F, T>(List<F> frames, Map<Integer, T> things, long end) {}

    private <F extends Frame<F>, T> Piece<F, T> piece(
            int number, Grain grain, long next, Function<Ledger, Shelf<F>> shelf, Function<Ledger, Names<T>> names)
            throws FaultException {
        return from.read(ledger -> {
            OptionalLong first = firstAfter(shelf.apply(ledger), number, grain, next);
            if (first.isEmpty()) {
                return new Piece<>(List.of(), Map.of(), next);
            }
            long end = first.getAsLong() + length(grain);
            List<F> frames = shelf.apply(ledger).read(number, grain, first.getAsLong(), end);
            BitSet numbers = new BitSet();
            frames.forEach(frame -> frame.numbers(numbers));
            return new Piece<>(
                    frames, names.apply(ledger).things(numbers.stream().boxed().toList()), end);
        });
    }

    /** Jumps over gaps stretch by stretch. */
    private static <F extends Frame<F>> OptionalLong firstAfter(Shelf<F> shelf, int target, Grain grain, long next)
            throws SQLException {
        OptionalLong first = shelf.first(target, grain);
        OptionalLong last = shelf.last(target, grain);
        if (first.isEmpty() || last.isEmpty()) {
            return OptionalLong.empty();
        }
        for (long from = Math.max(next, first.getAsLong()); from <= last.getAsLong(); from += length(grain)) {
            List<F> some = shelf.read(target, grain, from, from + length(grain));
            if (!some.isEmpty()) {
                return OptionalLong.of(some.getFirst().at());
            }
        }
        return OptionalLong.empty();
    }

    private static long length(Grain grain) {
        return switch (grain) {
            case FINE -> Duration.ofHours(1).toMillis();
            case MINUTE -> Duration.ofDays(1).toMillis();
            case HOUR -> Duration.ofDays(30).toMillis();
        };
    }

    private static <F extends Frame<F>, T> int put(
            Ledger ledger,
            String name,
            Grain grain,
            Piece<F, T> piece,
            Function<Ledger, Shelf<F>> shelf,
            Function<Ledger, Names<T>> names)
            throws SQLException {
        int target = ledger.target(name);
        List<F> wanted = missing(shelf.apply(ledger), target, grain, piece.frames());
        Map<T, Integer> numbers = names.apply(ledger).numbers(piece.things().values());
        Map<Integer, Integer> renamed = new HashMap<>();
        piece.things().forEach((number, thing) -> renamed.put(number, numbers.getOrDefault(thing, 0)));
        List<F> frames = wanted.stream()
                .map(frame -> frame.renumbered(number -> renamed.getOrDefault(number, 0)))
                .toList();
        shelf.apply(ledger).fill(target, grain, frames);
        return frames.size();
    }

    /** Without those of which the other one knows the same time already, finer or rolled up. */
    private static <F extends Frame<F>> List<F> missing(Shelf<F> shelf, int target, Grain grain, List<F> frames)
            throws SQLException {
        List<F> left = frames;
        for (Grain other : Grain.values()) {
            if (other != grain && !left.isEmpty()) {
                Grain coarse = other.millis() > grain.millis() ? other : grain;
                long from = coarse.floor(left.getFirst().at());
                long end = coarse.floor(left.getLast().at()) + coarse.millis();
                Set<Long> taken = new HashSet<>();
                shelf.read(target, other, from, end).forEach(frame -> taken.add(coarse.floor(frame.at())));
                left = left.stream()
                        .filter(frame -> !taken.contains(coarse.floor(frame.at())))
                        .toList();
            }
        }
        return left;
    }
}
