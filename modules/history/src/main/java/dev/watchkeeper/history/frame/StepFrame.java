package dev.watchkeeper.history.frame;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * What statements did between two readings, or in several such steps together.
 *
 * @param at a step's middle; of steps that were rolled up, the middle of the minute or hour. A step belongs to the
 *     interval in which its middle lies, so that two intervals that meet share nothing and leave nothing out
 * @param from of the first reading, in ms since 1970
 * @param to of the last reading
 * @param covered how much of it was recorded, in ms: less than all, if there were gaps
 */
public record StepFrame(long at, long from, long to, long covered, Uses uses) implements Frame<StepFrame> {
    /** A step as it was recorded. */
    public static StepFrame recorded(long from, long to, Uses uses) {
        return new StepFrame(from + (to - from) / 2, from, to, to - from, uses);
    }

    @Override
    public StepFrame plus(StepFrame other) {
        return new StepFrame(
                at, Math.min(from, other.from), Math.max(to, other.to), covered + other.covered, uses.plus(other.uses));
    }

    @Override
    public StepFrame rolledUp(Grain grain) {
        return new StepFrame(grain.floor(at) + grain.millis() / 2, from, to, covered, uses);
    }

    @Override
    public void numbers(BitSet into) {
        uses.numbers(into);
    }

    @Override
    public StepFrame renumbered(IntUnaryOperator numbers) {
        return new StepFrame(at, from, to, covered, uses.renumbered(numbers));
    }
}
