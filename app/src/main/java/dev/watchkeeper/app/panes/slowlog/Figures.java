package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.StatCard;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.InfoFacts;
import dev.watchkeeper.app.reports.Micros;
import dev.watchkeeper.app.reports.RedisQueriesDocument;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.commandstats.CommandCounter;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.commandstats.Totals;
import dev.watchkeeper.redis.slowlog.SlowLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The figures at the top, of the last minute. */
final class Figures extends Card {
    private static final Duration NEWS = Duration.ofMinutes(15);

    private final StatCard commands = new StatCard("Commands");
    private final StatCard busy = new StatCard("Of one core");
    private final StatCard hits = new StatCard("Lookups that hit");
    private final StatCard gone = new StatCard("Evicted");
    private final StatCard errors = new StatCard("Refused or failed");
    private final StatCard slow = new StatCard("Slow commands");

    Figures() {
        HBox row = new HBox();
        for (StatCard card : List.of(commands, busy, hits, gone, errors, slow)) {
            card.setPrefWidth(190);
            HBox.setHgrow(card, Priority.ALWAYS);
            row.getChildren().add(card);
        }
        getChildren().add(row);
    }

    void show(QueriesModel model) {
        CommandWork minute = model.minute();
        CommandCounter all = minute.all();
        commands.show(Micros.perSecond(minute.callsPerSecond()), model.stretch(minute), Tone.NEUTRAL);
        double share = minute.busy();
        busy.show(
                String.format(Locale.ROOT, "%.1f %%", 100 * share),
                all.calls() == 0 ? "" : Micros.words(all.microsPerCall()) + " a call",
                share >= 0.9 ? Tone.RED : share >= 0.7 ? Tone.AMBER : Tone.NEUTRAL);
        Totals totals = minute.totals();
        Double found = totals.hitShare();
        hits.show(
                found == null ? "–" : InfoFacts.share(found),
                found == null ? "nothing was looked up" : Sizes.count(totals.misses()) + " missed",
                Tone.NEUTRAL);
        double evicted = minute.perSecond(totals.evicted());
        gone.show(
                Micros.perSecond(evicted),
                Sizes.of(totals.expired(), "key has", "keys have") + " expired",
                evicted > 0 ? Tone.AMBER : Tone.NEUTRAL);
        long bad = all.rejected() + all.failed();
        errors.show(
                Sizes.count(bad),
                Sizes.count(all.rejected()) + " refused, " + Sizes.count(all.failed()) + " failed",
                bad > 0 ? Tone.AMBER : Tone.NEUTRAL);
        slow(model.snapshot().value().slowLog().value(), model.snapshot().takenAt());
    }

    private void slow(Optional<SlowLog> log, Instant now) {
        if (log.isEmpty()) {
            slow.show("–", "the slow log can't be read", Tone.NEUTRAL);
            return;
        }
        long recent = recent(log.get(), now);
        slow.show(
                log.get().isOff() ? "off" : Sizes.count(recent),
                log.get().isOff()
                        ? "nothing is kept"
                        : log.get()
                                .slowerThan()
                                .map(span -> "over " + Micros.words(span) + ", last 15 min")
                                .orElse(RedisQueriesDocument.threshold(log.get())),
                recent > 0 ? Tone.AMBER : Tone.NEUTRAL);
    }

    static long recent(SlowLog log, Instant now) {
        return log.entries().stream()
                .filter(entry -> entry.at().isAfter(now.minus(NEWS)))
                .count();
    }
}
