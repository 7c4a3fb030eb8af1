package dev.watchkeeper.history.frame;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * One row of what was recorded of a server. Frames can be added up without losing anything of the sums.
 *
 * @param <F> itself
 */
public interface Frame<F extends Frame<F>> {
    /** Its place on the axis of time, in ms since 1970; one server has one frame of its kind and grain at a moment. */
    long at();

    /** Both together, at this one's place. */
    F plus(F other);

    /** The same at the place that it takes in coarser steps. */
    F rolledUp(Grain grain);

    /** Adds the dictionary's numbers that it holds. */
    void numbers(BitSet into);

    /** The same, under the numbers of another store's dictionary. */
    F renumbered(IntUnaryOperator numbers);
}
