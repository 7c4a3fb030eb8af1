package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How a change of the primary ended, in words and figures. */
final class Ends {
    private Ends() {}

    /** @param rest what else is to be said; may be empty */
    static Outcome outcome(WriteWatch watch, Change change, long start, String rest) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Map<String, Long> figures = new HashMap<>();
        OptionalLong away = watch.awayMillis();
        away.ifPresent(millis -> figures.put("writes_away_ms", millis));
        put(figures, "predicted_loss_bytes", change.preflight().predictedLossBytes());
        put(figures, "predicted_loss_transactions", change.preflight().predictedLossTransactions());
        String writes = away.isPresent()
                ? change.name() + " takes writes; they were away for "
                        + Spans.words(Duration.ofMillis(away.getAsLong()))
                : change.name() + " was not seen to take writes within " + Spans.words(took);
        return new Outcome(away.isPresent(), rest.isEmpty() ? writes : writes + "; " + rest, took, figures);
    }

    private static void put(Map<String, Long> figures, String name, @Nullable Long value) {
        if (value != null) {
            figures.put(name, value);
        }
    }
}
