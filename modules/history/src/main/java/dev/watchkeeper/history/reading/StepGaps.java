package dev.watchkeeper.history.reading;

import dev.watchkeeper.history.frame.StepFrame;
import dev.watchkeeper.kernel.workload.Interruption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where nobody recorded. A step begins with the reading that ended the one before. */
public final class StepGaps {
    private static final long TOLERANCE_MILLIS = 1500;

    private StepGaps() {}

    /** Gaps between steps, each at its beginning. */
    public static List<Interruption> between(List<StepFrame> steps) {
        List<Interruption> gaps = new ArrayList<>();
        long seen = steps.isEmpty() ? 0 : steps.getFirst().to();
        for (StepFrame step : steps) {
            if (step.from() - seen > TOLERANCE_MILLIS) {
                gaps.add(new Interruption(Interruption.Kind.UNSEEN, Instant.ofEpochMilli(seen)));
            }
            seen = Math.max(seen, step.to());
        }
        return gaps;
    }
}
