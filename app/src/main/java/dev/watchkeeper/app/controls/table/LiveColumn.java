package dev.watchkeeper.app.controls.table;

import dev.watchkeeper.app.controls.Tone;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a live table. Immutable.
 *
 * @param text what stands in the cell, short and in one line
 * @param tone colours the cell's text or badge
 * @param ascending how rows are sorted by it, with nothing last whatever the direction
 * @param grows takes the room that the others leave; without such a column the last one does
 * @param yields 0: never; else it is hidden where there is not enough room, the lowest first
 * @param whole what "copy cell" and the tooltip give
 */
public record LiveColumn<R>(
        String title,
        Function<R, String> text,
        Function<R, Tone> tone,
        Function<R, String> whole,
        Comparator<R> ascending,
        Comparator<R> descending,
        Look look,
        double width,
        boolean hidden,
        boolean grows,
        int yields) {

    /** How a cell is set. */
    public enum Look {
        TEXT,
        QUIET,
        STRONG,
        NUMBER,
        CODE,
        BADGE
    }

    /** A column of words, sorted as they are written. */
    public static <R> LiveColumn<R> of(String title, double width, Look look, Function<R, String> text) {
        return new LiveColumn<R>(
                        title, text, row -> Tone.NEUTRAL, text, sameOrder(), sameOrder(), look, width, false, false, 0)
                .by(row -> {
                    String written = text.apply(row);
                    return written.isEmpty() ? null : written;
                });
    }

    /** Leaves the order as it is. */
    static <R> Comparator<R> sameOrder() {
        return Comparator.comparingInt(row -> 0);
    }

    /** Sorted by this key; rows without one come last, whatever the direction. */
    public <C extends Comparable<? super C>> LiveColumn<R> by(Function<R, @Nullable C> key) {
        Comparator<C> up = Comparator.naturalOrder();
        Comparator<C> down = Comparator.reverseOrder();
        return new LiveColumn<>(
                title,
                text,
                tone,
                whole,
                Comparator.comparing(key, Comparator.nullsLast(up)),
                Comparator.comparing(key, Comparator.nullsLast(down)),
                look,
                width,
                hidden,
                grows,
                yields);
    }

    public LiveColumn<R> toned(Function<R, Tone> newTone) {
        return new LiveColumn<>(title, text, newTone, whole, ascending, descending, look, width, hidden, grows, yields);
    }

    /** What "copy cell" and the tooltip give, if it is more than what is shown. */
    public LiveColumn<R> whole(Function<R, String> newWhole) {
        return new LiveColumn<>(title, text, tone, newWhole, ascending, descending, look, width, hidden, grows, yields);
    }

    /** Takes the room that the others leave. */
    public LiveColumn<R> growing() {
        return new LiveColumn<>(title, text, tone, whole, ascending, descending, look, width, hidden, true, yields);
    }

    /** Not shown until somebody asks for it. */
    public LiveColumn<R> hiddenAtFirst() {
        return new LiveColumn<>(title, text, tone, whole, ascending, descending, look, width, true, grows, 0);
    }

    /**
     * Hidden where there is not enough room for the last column, until the person asks for it.
     *
     * @param rank the lowest goes first
     */
    public LiveColumn<R> yields(int rank) {
        return new LiveColumn<>(title, text, tone, whole, ascending, descending, look, width, hidden, grows, rank);
    }

    boolean isRight() {
        return look == Look.NUMBER;
    }
}
