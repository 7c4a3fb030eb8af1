package dev.watchkeeper.kernel.workload;

import dev.watchkeeper.kernel.workload.Change.Kind;
import java.time.Duration;

/**
 * Judges what became of a statement that was in both intervals.
 *
 * <ul>
 *   <li>Slower or faster: the means differ by the threshold's factor, both are of enough calls, and Welch's t (difference of
 *       the means by its standard error, {@code sqrt(sA²/nA + sB²/nB)}) is beyond the threshold.
 *   <li>More or fewer calls: the calls per second differ by the threshold's factor, and by enough standard errors of two
 *       Poisson processes, {@code sqrt(nA/tA² + nB/tB²)}.
 *   <li>If both hold, the one that moved the time per second more: that of the means is their difference at the mean
 *       rate, that of the calls their difference at the mean of the means.
 * </ul>
 */
final class Judgement {
    private final Thresholds thresholds;
    private final Duration lengthBefore;
    private final Duration lengthAfter;

    Judgement(Thresholds thresholds, Duration lengthBefore, Duration lengthAfter) {
        this.thresholds = thresholds;
        this.lengthBefore = lengthBefore;
        this.lengthAfter = lengthAfter;
    }

    Kind of(StatementFigures before, StatementFigures after) {
        boolean time = timeDiffers(before, after);
        boolean calls = callsDiffer(before, after);
        if (time && (!calls || effectOfTime(before, after) >= effectOfCalls(before, after))) {
            return after.meanMs() > before.meanMs() ? Kind.SLOWER : Kind.FASTER;
        }
        if (calls) {
            return rateAfter(after) > rateBefore(before) ? Kind.MORE_CALLS : Kind.FEWER_CALLS;
        }
        return Kind.SAME;
    }

    private boolean timeDiffers(StatementFigures before, StatementFigures after) {
        if (before.calls() < thresholds.calls() || after.calls() < thresholds.calls()) {
            return false;
        }
        double error = Math.sqrt(variance(before) / before.calls() + variance(after) / after.calls());
        double difference = Math.abs(after.meanMs() - before.meanMs());
        return differ(before.meanMs(), after.meanMs(), thresholds.mean())
                && difference > thresholds.deviations() * error;
    }

    private boolean callsDiffer(StatementFigures before, StatementFigures after) {
        double error = Math.hypot(
                Change.rate(Math.sqrt((double) before.calls()), lengthBefore),
                Change.rate(Math.sqrt((double) after.calls()), lengthAfter));
        double difference = Math.abs(rateAfter(after) - rateBefore(before));
        return differ(rateBefore(before), rateAfter(after), thresholds.rate())
                && difference > thresholds.deviations() * error;
    }

    private double effectOfTime(StatementFigures before, StatementFigures after) {
        return Math.abs(after.meanMs() - before.meanMs()) * (rateBefore(before) + rateAfter(after)) / 2;
    }

    private double effectOfCalls(StatementFigures before, StatementFigures after) {
        return Math.abs(rateAfter(after) - rateBefore(before)) * (before.meanMs() + after.meanMs()) / 2;
    }

    private double rateBefore(StatementFigures figures) {
        return Change.rate((double) figures.calls(), lengthBefore);
    }

    private double rateAfter(StatementFigures figures) {
        return Change.rate((double) figures.calls(), lengthAfter);
    }

    private static boolean differ(double one, double other, double factor) {
        return Math.max(one, other) >= factor * Math.min(one, other);
    }

    private static double variance(StatementFigures figures) {
        double deviation = figures.stddevMs();
        return deviation * deviation;
    }
}
