package dev.watchkeeper.kernel.topology;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against making this node the primary.
 *
 * @param candidate id of the node
 * @param name what people call it
 * @param forIt each in one sentence
 * @param against each in one sentence
 * @param refusal why it can't or must not be; empty unless the verdict is REFUSED
 * @param predictedLossBytes what of the primary's changes would be gone if it were done now; null if not known
 * @param predictedLossTransactions the same in transactions; null if not known
 * @param steps what will be done, one line a step, with the exact commands
 */
public record Preflight(
        String candidate,
        String name,
        Verdict verdict,
        List<String> forIt,
        List<String> against,
        Optional<String> refusal,
        @Nullable Long predictedLossBytes,
        @Nullable Long predictedLossTransactions,
        List<String> steps) {
    public Preflight {
        forIt = List.copyOf(forIt);
        against = List.copyOf(against);
        steps = List.copyOf(steps);
    }

    /** Whether to do it. */
    public enum Verdict {
        /** Nothing speaks against it. */
        READY,
        /** It can be done, and something will be lost or has to be made again. */
        RISKY,
        /** It is not done. */
        REFUSED
    }
}
