package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.PreflightRecords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Preflight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A preflight for a terminal. */
final class PreflightText {
    private PreflightText() {}

    /** Verdict first, then each sentence with its sign, then what will be done. */
    static List<String> of(Preflight preflight) {
        List<String> lines = new ArrayList<>();
        lines.add("Switch over to " + preflight.name() + "? " + PreflightRecords.verdict(preflight));
        preflight.forIt().forEach(sentence -> lines.add("  ✓ " + sentence));
        preflight.against().stream()
                .filter(sentence -> !preflight.refusal().equals(Optional.of(sentence)))
                .forEach(sentence -> lines.add("  ! " + sentence));
        preflight.refusal().ifPresent(sentence -> lines.add("  ✕ " + sentence));
        Long loss = preflight.predictedLossBytes();
        if (loss != null) {
            lines.add("  Predicted loss: " + (loss == 0 ? "nothing" : Sizes.bytes(loss) + transactions(preflight)));
        }
        if (!preflight.steps().isEmpty()) {
            lines.add("Steps:");
            preflight.steps().forEach(step -> lines.add("  " + step));
        }
        return lines;
    }

    private static String transactions(Preflight preflight) {
        Long count = preflight.predictedLossTransactions();
        return count == null ? "" : ", about " + Sizes.of(count, "transaction", "transactions");
    }
}
