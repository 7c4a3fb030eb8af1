package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.topology.Preflight;
import java.util.Locale;
import java.util.Map;

/** A preflight, and what became of the change, as data. */
public final class PreflightRecords {
    private PreflightRecords() {}

    /** Before the change. */
    public static Records.Row of(Preflight preflight) {
        return new Records.Row()
                .with("candidate", preflight.candidate())
                .with("name", preflight.name())
                .with("verdict", verdict(preflight))
                .with("for", preflight.forIt())
                .with("against", preflight.against())
                .with("refusal", preflight.refusal().orElse(null))
                .with("predicted_loss_bytes", preflight.predictedLossBytes())
                .with("predicted_loss_transactions", preflight.predictedLossTransactions())
                .with("steps", preflight.steps());
    }

    /** After it. */
    public static Records.Row of(Preflight preflight, Outcome outcome) {
        Records.Row row = new Records.Row()
                .with("candidate", preflight.candidate())
                .with("name", preflight.name())
                .with("done", outcome.done())
                .with("message", outcome.message())
                .with("took_ms", outcome.took().toMillis());
        outcome.figures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(figure -> row.with(figure.getKey(), figure.getValue()));
        return row;
    }

    /** {@code ready}, {@code risky} or {@code refused}. */
    public static String verdict(Preflight preflight) {
        return preflight.verdict().name().toLowerCase(Locale.ROOT);
    }
}
