package dev.watchkeeper.history.frame;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Who did what in one step.
 *
 * @param at the step's beginning
 * @param samples how many times somebody looked
 * @param sessions how many sessions were seen, all samples added up, by the number of their activity key
 */
public record ActivityFrame(long at, long samples, Counts sessions) implements Frame<ActivityFrame> {
    @Override
    public ActivityFrame plus(ActivityFrame other) {
        return new ActivityFrame(at, samples + other.samples, sessions.plus(other.sessions));
    }

    @Override
    public ActivityFrame rolledUp(Grain grain) {
        return new ActivityFrame(grain.floor(at), samples, sessions);
    }

    @Override
    public void numbers(BitSet into) {
        sessions.each((number, count) -> into.set(number));
    }

    @Override
    public ActivityFrame renumbered(IntUnaryOperator numbers) {
        return new ActivityFrame(at, samples, sessions.renumbered(numbers));
    }
}
