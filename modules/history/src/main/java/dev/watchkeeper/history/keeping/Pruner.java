package dev.watchkeeper.history.keeping;

import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.frame.Frame;
import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.history.reading.StepGaps;
import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.history.store.Library;
import dev.watchkeeper.history.store.Shelf;
import dev.watchkeeper.kernel.fault.FaultException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * Rolls up what is old, and throws away what is too old or too much. Each stretch of time is one transaction, in which
 * fine rows go and coarse ones come: it can be broken off anywhere, and done again.
 */
final class Pruner {
    private static final int SLICES = 20;

    private final Library library;

    Pruner(Library library) {
        this.library = library;
    }

    long prune(Retention retention, Instant now) throws FaultException {
        long gone = 0;
        for (Function<Ledger, Shelf<?>> kind : kinds()) {
            gone += rollUp(kind, Grain.FINE, Grain.MINUTE, now.minus(retention.fine()));
            gone += rollUp(kind, Grain.MINUTE, Grain.HOUR, now.minus(retention.minutes()));
        }
        Instant oldest = now.minus(retention.hours());
        gone += library.alone(ledger ->
                discard(ledger, oldest.toEpochMilli()) + ledger.memos().forget(oldest));
        gone += fit(retention.bytes(), now);
        library.shrink();
        return gone;
    }

    private static List<Function<Ledger, Shelf<?>>> kinds() {
        return List.of(Ledger::activity, Ledger::points, Ledger::steps);
    }

    private long rollUp(Function<Ledger, Shelf<?>> kind, Grain fine, Grain coarse, Instant before)
            throws FaultException {
        long cut = coarse.floor(before.toEpochMilli());
        LongUnaryOperator stretch = library.stretch(fine);
        long gone = 0;
        while (true) {
            OptionalLong first = library.read(ledger -> first(ledger, kind.apply(ledger), fine));
            if (first.isEmpty() || first.getAsLong() >= cut) {
                return gone;
            }
            long end = stretch.applyAsLong(first.getAsLong());
            if (end > cut && library.wholeStretches()) {
                return gone;
            }
            long until = Math.min(end, cut);
            gone += library.alone(ledger -> move(ledger, kind.apply(ledger), fine, coarse, until));
        }
    }

    private static OptionalLong first(Ledger ledger, Shelf<?> shelf, Grain grain) throws SQLException {
        OptionalLong first = OptionalLong.empty();
        for (int target : ledger.targets().values()) {
            OptionalLong own = shelf.first(target, grain);
            if (own.isPresent()) {
                first = OptionalLong.of(Math.min(own.getAsLong(), first.orElse(Long.MAX_VALUE)));
            }
        }
        return first;
    }

    private static <F extends Frame<F>> long move(Ledger ledger, Shelf<F> shelf, Grain fine, Grain coarse, long until)
            throws SQLException {
        for (int target : ledger.targets().values()) {
            List<F> frames = shelf.read(target, fine, Long.MIN_VALUE, until);
            if (frames.isEmpty()) {
                continue;
            }
            if (frames.getFirst() instanceof StepFrame) {
                List<StepFrame> steps =
                        frames.stream().map(StepFrame.class::cast).toList();
                ledger.memos().keepInterruptions(target, StepGaps.between(steps));
            }
            TreeMap<Long, F> merged = new TreeMap<>();
            for (F frame : frames) {
                F coarser = frame.rolledUp(coarse);
                merged.merge(coarser.at(), coarser, Frame::plus);
            }
            shelf.add(target, coarse, List.copyOf(merged.values()));
        }
        return shelf.delete(fine, until);
    }

    private static long discard(Ledger ledger, long before) throws SQLException {
        long gone = 0;
        for (Shelf<?> shelf : ledger.shelves()) {
            for (Grain grain : Grain.values()) {
                gone += shelf.delete(grain, before);
            }
        }
        return gone;
    }

    /** Takes away the oldest until it fits. */
    private long fit(long bytes, Instant now) throws FaultException {
        long gone = 0;
        long slices = 1;
        while (library.bytes() > bytes) {
            OptionalLong oldest = library.read(Pruner::oldest);
            if (oldest.isEmpty() || slices > 2 * SLICES) {
                return gone;
            }
            long slice = Math.max(Grain.MINUTE.millis(), (now.toEpochMilli() - oldest.getAsLong()) / SLICES);
            long before = Grain.MINUTE.floor(oldest.getAsLong() + slices * slice + Grain.MINUTE.millis());
            long went = library.alone(ledger -> discard(ledger, before)
                    + ledger.memos().forget(earlier(Instant.ofEpochMilli(before), now.minus(Duration.ofDays(2)))));
            // what can be thrown away only in large pieces needs more than a slice
            slices = went == 0 ? slices + 1 : 1;
            gone += went;
        }
        return gone;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static OptionalLong oldest(Ledger ledger) throws SQLException {
        long oldest = Long.MAX_VALUE;
        for (Shelf<?> shelf : ledger.shelves()) {
            for (Grain grain : Grain.values()) {
                oldest = Math.min(oldest, first(ledger, shelf, grain).orElse(Long.MAX_VALUE));
            }
        }
        return oldest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(oldest);
    }
}
