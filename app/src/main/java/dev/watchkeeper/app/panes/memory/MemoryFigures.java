package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.StatCard;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.InfoFacts;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.info.ServerInfo;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The figures at the top. */
final class MemoryFigures extends Card {
    private final StatCard used = new StatCard("Memory used");
    private final StatCard operations = new StatCard("Operations");
    private final StatCard hits = new StatCard("Hit ratio");
    private final StatCard evicted = new StatCard("Evicted");
    private final StatCard keys = new StatCard("Keys");
    private final StatCard clients = new StatCard("Clients");

    MemoryFigures() {
        HBox row = new HBox();
        for (StatCard card : List.of(used, operations, hits, evicted, keys, clients)) {
            card.setPrefWidth(190);
            HBox.setHgrow(card, Priority.ALWAYS);
            row.getChildren().add(card);
        }
        getChildren().add(row);
    }

    static Tone tone(ServerInfo.Memory memory) {
        Double share = memory.share();
        if (share == null || !memory.refusesWhenFull()) {
            return Tone.NEUTRAL;
        }
        return share >= 1 ? Tone.RED : share >= 0.9 ? Tone.AMBER : Tone.NEUTRAL;
    }

    void show(ServerInfo info, Trend trend) {
        Double share = info.memory().share();
        used.show(
                Sizes.bytes(info.memory().used()),
                share == null
                        ? "no limit is set"
                        : Math.round(100 * share) + " % of "
                                + Sizes.bytes(info.memory().max()),
                tone(info.memory()));
        ServerInfo.Traffic traffic = info.traffic();
        operations.show(
                Sizes.count(traffic.opsPerSecond()) + " /s",
                rate(traffic.inputKbps()) + " in, " + rate(traffic.outputKbps()) + " out",
                Tone.NEUTRAL);
        Double found = trend.hitShare();
        hits.show(
                found == null ? "–" : InfoFacts.share(found),
                found == null
                        ? "nothing was read"
                        : "last minute; " + InfoFacts.share(traffic.hitShare()) + " since the start",
                Tone.NEUTRAL);
        Double evictions = trend.evictions();
        evicted.show(
                evictions == null
                        ? "–"
                        : String.format(
                                Locale.ROOT, evictions > 0 && evictions < 10 ? "%.1f /s" : "%,.0f /s", evictions),
                Sizes.count(traffic.evicted()) + " since the start",
                evictions != null && evictions > 0 ? Tone.AMBER : Tone.NEUTRAL);
        keys.show(Sizes.count(info.keys()), Sizes.count(traffic.expired()) + " have expired", Tone.NEUTRAL);
        clients(info.clients(), traffic.rejected());
    }

    private void clients(ServerInfo.Clients now, long rejected) {
        double share = now.max() == 0 ? 0 : (double) now.connected() / now.max();
        clients.show(
                Sizes.count(now.connected()),
                Sizes.count(now.blocked()) + " blocked"
                        + (rejected == 0 ? "" : ", " + Sizes.count(rejected) + " refused"),
                share >= 0.9 ? Tone.RED : share >= 0.75 ? Tone.AMBER : Tone.NEUTRAL);
    }

    private static String rate(double kilobytes) {
        return Sizes.bytes(Math.round(kilobytes * 1024)) + "/s";
    }
}
