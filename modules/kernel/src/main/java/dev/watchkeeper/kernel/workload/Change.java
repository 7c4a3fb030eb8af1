package dev.watchkeeper.kernel.workload;

import java.time.Duration;

/**
 * One statement in two intervals, A and B. All comparing is by second, so that intervals of different lengths compare.
 *
 * @param id as in B; as in A if it is gone
 * @param formerId as in A; another one if the statement was recognised by its text; as {@code id} if it is new
 * @param before all it did in A, over {@code lengthBefore}, gaps left out
 * @param after all it did in B, over {@code lengthAfter}
 */
public record Change(
        Kind kind,
        StatementId id,
        StatementId formerId,
        StatementFigures before,
        StatementFigures after,
        Duration lengthBefore,
        Duration lengthAfter) {
    /** What became of it; {@link #SAME} if nothing that is not noise. */
    public enum Kind {
        NEW,
        GONE,
        SLOWER,
        FASTER,
        MORE_CALLS,
        FEWER_CALLS,
        SAME;

        /** In words: {@code more calls}. */
        public String words() {
            return switch (this) {
                case NEW -> "new";
                case GONE -> "gone";
                case SLOWER -> "slower";
                case FASTER -> "faster";
                case MORE_CALLS -> "more calls";
                case FEWER_CALLS -> "fewer calls";
                case SAME -> "same";
            };
        }
    }

    public boolean isNews() {
        return kind != Kind.SAME;
    }

    /** Milliseconds of execution in a second of A. */
    public double loadBefore() {
        return rate(before.execMs(), lengthBefore);
    }

    /** Milliseconds of execution in a second of B. */
    public double loadAfter() {
        return rate(after.execMs(), lengthAfter);
    }

    /** Calls in a second of A. */
    public double callsBefore() {
        return rate((double) before.calls(), lengthBefore);
    }

    /** Calls in a second of B. */
    public double callsAfter() {
        return rate((double) after.calls(), lengthAfter);
    }

    /** Mean execution time of B by that of A; 1 if one of them is not known. */
    public double meanRatio() {
        return ratio(before.meanMs(), after.meanMs());
    }

    /** Calls in a second of B by those of A; 1 if one of them is none. */
    public double callsRatio() {
        return ratio(callsBefore(), callsAfter());
    }

    static double rate(double sum, Duration length) {
        double seconds = length.toNanos() / 1e9;
        return seconds <= 0 ? 0 : sum / seconds;
    }

    private static double ratio(double before, double after) {
        return before <= 0 || after <= 0 ? 1 : after / before;
    }
}
